import { Alert, Tag } from "antd";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { useProblemTitle } from "../../layout/problem-notice.tsx";
import { inJson, type PolicyDocument } from "./document.ts";
import { PolicyForm } from "./policy-form.tsx";

const One = graphql(/* GraphQL */ `
  query PolicyPage($policyId: ID!) {
    policy(policyId: $policyId) {
      id
      name
      description
      kind
      system
      document
      createdAt
      updatedAt
      viewerCan {
        updatePolicy {
          allowed
          reason
        }
        deletePolicy {
          allowed
          reason
        }
      }
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdatePolicy($input: UpdatePolicyInput!) {
    updatePolicy(input: $input) {
      id
      name
      description
      document
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeletePolicy($input: DeletePolicyInput!) {
    deletePolicy(input: $input) {
      id
    }
  }
`);

/** What a policy says; those of the platform are only read (IAM-07). */
export default function Policy() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { policyId } = useParams({ strict: false }) as { policyId: string };
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const asked = useAsk(One, { policyId });
  const refusal = useProblemTitle(asked.problem);
  const [update] = useCommand(Update);
  const [remove] = useCommand(Delete);
  const policy = asked.data?.policy;
  return (
    <Page
      title={policy?.name ?? refusal}
      trail={[{ text: t("layout.menu.identity") }, { text: t("access.policies.title"), to: "/policies" }]}
      about={policy?.description}
      state={
        policy && (
          <Tag color={policy.system ? "blue" : undefined}>
            {policy.system ? t("access.policies.system") : t("access.policies.custom")}
          </Tag>
        )
      }
      actions={
        policy &&
        !editing && (
          <>
            <PermittedButton
              can={policy.viewerCan.updatePolicy}
              icon={<Icon name="edit" />}
              onClick={() => setEditing(true)}
            >
              {t("layout.edit")}
            </PermittedButton>
            <PermittedButton
              can={policy.viewerCan.deletePolicy}
              danger
              icon={<Icon name="remove" />}
              onClick={() => setDeleting(true)}
            >
              {t("layout.delete")}
            </PermittedButton>
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ policy: one }) =>
          editing ? (
            <PolicyForm
              existing={{ ...one, document: one.document as PolicyDocument }}
              verb={t("layout.save")}
              save={(given) => update({ input: { policyId, ...given } })}
              then={() => setEditing(false)}
            />
          ) : (
            <div className="stack">
              {one.system && <Alert type="info" showIcon title={t("access.policies.systemAbout")} />}
              <Box>
                <Facts
                  facts={[
                    [t("access.id"), <CopyText key="id" text={one.id} />],
                    [t("access.policies.kind"), t(`access.policies.kinds.${one.kind}`)],
                    [t("layout.created"), <Moment key="created" at={one.createdAt} />],
                    [t("layout.changed"), <Moment key="changed" at={one.updatedAt} />],
                  ]}
                />
              </Box>
              <Box title={t("access.editor.document")}>
                <pre className="mono document" tabIndex={0} aria-label={t("access.editor.document")}>
                  {inJson(one.document)}
                </pre>
              </Box>
            </div>
          )
        }
      </Answered>
      {deleting && policy && (
        <ConfirmDeletion
          title={t("access.policies.delete", { name: policy.name })}
          run={() => remove({ input: { policyId } })}
          close={() => setDeleting(false)}
          then={() => void navigate({ to: "/policies" })}
        >
          {t("access.policies.deleteLoses")}
        </ConfirmDeletion>
      )}
    </Page>
  );
}
