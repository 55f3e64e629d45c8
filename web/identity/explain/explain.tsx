import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { ExplainPermissionQueryVariables } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { instantOf } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import type { Tabbed } from "../../routes.tsx";
import { useCatalogue } from "../policies/catalogue.ts";
import { type Question, QuestionForm } from "./question-form.tsx";
import { Verdict } from "./verdict.tsx";

const Explain = graphql(/* GraphQL */ `
  query ExplainPermission(
    $subjectId: ID!
    $action: String!
    $projectId: ID
    $resourceId: ID
    $ofAccount: Boolean
    $sourceIp: String
    $at: String
    $mfa: Boolean
    $tags: [String!]
  ) {
    explainPermission(
      subjectId: $subjectId
      action: $action
      projectId: $projectId
      resourceId: $resourceId
      ofAccount: $ofAccount
      sourceIp: $sourceIp
      at: $at
      mfa: $mfa
      tags: $tags
    ) {
      allowed
      action
      decidedOn
      path
      reason
      by {
        effect
        action
        resource
        condition
        source
        policy
        policyId
        statement
        group
        groupId
      }
    }
  }
`);

const variablesOf = (given: Question): ExplainPermissionQueryVariables => ({
  subjectId: (given.who === "user" ? given.userId : given.otherId?.trim()) ?? "",
  action: given.action,
  projectId: given.where === "account" ? null : (given.projectId ?? null),
  resourceId: given.where === "thing" ? given.resourceId?.trim() : null,
  ofAccount: given.where === "account",
  sourceIp: given.sourceIp?.trim() || null,
  at: instantOf(given.at ?? ""),
  mfa: given.mfa ?? false,
  tags: given.tags ?? [],
});

/** What can X do, and why (BEY-04)? */
export default function ExplainPermission() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { subject, action } = useSearch({ strict: false }) as Tabbed;
  const catalogue = useCatalogue();
  const [question, setQuestion] = useState<ExplainPermissionQueryVariables | null>(
    subject && action ? { subjectId: subject, action } : null,
  );
  const asked = useAsk(Explain, question ?? { subjectId: "", action: "" }, { pause: question === null });
  const ask = (given: Question) => {
    const variables = variablesOf(given);
    setQuestion(variables);
    const search = { subject: variables.subjectId, action: variables.action };
    void navigate({ to: "/permissions", search, replace: true });
  };
  return (
    <Page
      title={t("access.explain.menu")}
      trail={[{ text: t("layout.menu.identity") }]}
      about={t("access.explain.about")}
    >
      <Answered asked={catalogue}>
        {({ policyCatalogue: { actions } }) => (
          <div className="beside">
            <Box title={t("access.explain.question")}>
              <QuestionForm
                subject={subject}
                action={action}
                actions={actions.map((one) => one.action)}
                busy={asked.loading}
                ask={ask}
              />
            </Box>
            <div>
              {question ? (
                <Answered asked={asked}>{({ explainPermission }) => <Verdict verdict={explainPermission} />}</Answered>
              ) : (
                <Box>
                  <p className="quiet">{t("access.explain.nothingAsked")}</p>
                </Box>
              )}
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
