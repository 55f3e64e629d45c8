import { Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ChoiceCards } from "../../layout/choice-cards.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { PolicyChoice } from "../policies/policy-choice.tsx";
import { useViewer } from "../viewer.ts";

const Give = graphql(/* GraphQL */ `
  mutation GrantPolicies($input: GrantPoliciesInput!) {
    grantPolicies(input: $input) {
      id
    }
  }
`);

type Given = { policyIds: string[]; scope: "all" | "one"; projectId?: string; addDependencies: boolean };

/** Authorisation: policies for a group, in one project or in all of them (IAM-02, IAM-05). */
export function GrantForm({ group, close }: { group: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [give] = useCommand(Give);
  const projects = viewer?.projects.filter(({ delegatedBy }) => !delegatedBy) ?? [];
  const label = t("layout.project");
  return (
    <FormDialog<Given, object>
      title={t("access.grants.addTo", { name: group.name })}
      verb={t("access.grants.give")}
      width={620}
      initial={{ scope: "one", projectId: viewer?.projectId, addDependencies: true }}
      run={({ policyIds, scope, projectId, addDependencies }) =>
        give({
          input: { groupId: group.id, policyIds, addDependencies, projectId: scope === "one" ? projectId : null },
        })
      }
      close={close}
    >
      <PolicyChoice name="policyIds" />
      <Form.Item name="scope" label={t("access.grants.where")}>
        <ChoiceCards
          label={t("access.grants.where")}
          choices={[
            { value: "one", title: t("access.grants.oneProject"), about: t("access.grants.oneProjectAbout") },
            { value: "all", title: t("access.grants.allProjects"), about: t("access.grants.allProjectsAbout") },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["scope"]}>
        {({ getFieldValue }) =>
          getFieldValue("scope") === "one" && (
            <Form.Item
              name="projectId"
              label={label}
              rules={[{ required: true, message: t("layout.required", { label }) }]}
            >
              <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="addDependencies" valuePropName="checked">
        <Checkbox>{t("access.grants.addDependencies")}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
