import { Tabs } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ComponentList } from "../components/component-list.tsx";
import { Icon } from "../layout/icons.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import type { Tabbed } from "../routes.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { ApplicationVariables } from "./application-variables.tsx";
import { DeleteApplication } from "./delete-application.tsx";
import { EnvironmentView } from "./environment-view.tsx";

const One = graphql(/* GraphQL */ `
  query ApplicationPage($applicationId: ID!) {
    application(applicationId: $applicationId) {
      id
      name
      description
      viewerCan {
        createComponent {
          allowed
          reason
        }
        deleteApplication {
          allowed
          reason
        }
        updateApplication {
          allowed
          reason
        }
        setApplicationVariables {
          allowed
          reason
        }
      }
    }
  }
`);

/** An application's overview with its three tabs (APP-04). */
export default function ApplicationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { applicationId } = useParams({ strict: false }) as { applicationId: string };
  const { tab = "components", environment } = useSearch({ strict: false }) as Tabbed;
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null);
  const asked = useAsk(One, { applicationId });
  const refusal = useProblemTitle(asked.problem);
  const application = asked.data?.application;
  const can = application?.viewerCan;
  const show = (next: Tabbed) =>
    void navigate({
      to: "/applications/$applicationId",
      params: { applicationId },
      search: next,
      replace: next.tab === tab,
    });
  const add = () => void navigate({ to: "/applications/$applicationId/components/new", params: { applicationId } });
  return (
    <Page
      title={application?.name ?? refusal}
      trail={[
        { text: t("layout.menu.applicationManagement") },
        { text: t("layout.menu.applications"), to: "/applications" },
      ]}
      about={application?.description}
      actions={
        application && (
          <>
            <PermittedButton can={can?.updateApplication} icon={<Icon name="edit" />} onClick={() => setDialog("edit")}>
              {t("layout.edit")}
            </PermittedButton>
            <PermittedButton
              can={can?.deleteApplication}
              danger
              icon={<Icon name="remove" />}
              onClick={() => setDialog("delete")}
            >
              {t("layout.delete")}
            </PermittedButton>
            <PermittedButton can={can?.createComponent} type="primary" icon={<Icon name="plus" />} onClick={add}>
              {t("components.add")}
            </PermittedButton>
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ application: { id, viewerCan } }) => (
          <Tabs
            activeKey={tab}
            onChange={(key) => show({ tab: key, environment })}
            destroyOnHidden
            items={[
              { key: "components", label: t("apps.tab.components"), children: <ComponentList applicationId={id} /> },
              {
                key: "environments",
                label: t("apps.tab.environments"),
                children: (
                  <EnvironmentView
                    applicationId={id}
                    chosen={environment}
                    choose={(one) => show({ tab, environment: one })}
                  />
                ),
              },
              {
                key: "variables",
                label: t("apps.tab.variables"),
                children: (
                  <ApplicationVariables
                    applicationId={id}
                    can={viewerCan.setApplicationVariables}
                    chosen={environment}
                    choose={(one) => show({ tab, environment: one })}
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
      {dialog === "edit" && application && <ApplicationForm existing={application} close={() => setDialog(null)} />}
      {dialog === "delete" && application && (
        <DeleteApplication
          application={application}
          close={() => setDialog(null)}
          then={() => void navigate({ to: "/applications" })}
        />
      )}
    </Page>
  );
}
