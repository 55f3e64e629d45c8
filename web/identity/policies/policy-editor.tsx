import { Button, Tabs } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { JsonEditor } from "../../layout/json-editor.tsx";
import { Answered } from "../../layout/panel.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { useCatalogue } from "./catalogue.ts";
import {
  emptyStatement,
  inJson,
  isComplete,
  type PolicyDocument,
  readDocument,
  type Statement,
  statementsOf,
  template,
} from "./document.ts";
import { VisualEditor } from "./visual-editor.tsx";

const Draft = graphql(/* GraphQL */ `
  query DraftPolicy($document: JSON, $statements: [PolicyStatementInput!]) {
    draftPolicy(document: $document, statements: $statements) {
      document
      dependencies {
        statement
        action
        neededBy
        added
      }
    }
  }
`);

/** What is to be kept: statements get what they depend on added, a document stays as it was typed. */
export type Content = { statements: Statement[] } | { document: unknown };

/** Both views of a policy, and beside them what it will be (IAM-10). */
export function usePolicyEditor(existing?: PolicyDocument) {
  const [view, setView] = useState<"visual" | "json">("visual");
  const [statements, setStatements] = useState<Statement[]>(existing ? statementsOf(existing) : [emptyStatement]);
  const [text, setText] = useState(inJson(existing ?? template));
  const read = readDocument(text);
  const content: Content | null =
    view === "visual" ? (statements.every(isComplete) ? { statements } : null) : read && { document: read };
  return { view, setView, statements, setStatements, text, setText, read, content };
}
type Editor = ReturnType<typeof usePolicyEditor>;

export function PolicyEditor({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const { view, setView, statements, setStatements, text, setText, read, content } = editor;
  const catalogue = useCatalogue();
  const asked = useDeferredValue(content);
  const draft = useAsk(Draft, { ...asked }, { pause: asked === null });
  const made = asked && draft.data?.draftPolicy;
  const turn = (next: string) => {
    if (next === "json" && made) setText(inJson(made.document));
    if (next === "visual" && read) setStatements(statementsOf(read));
    setView(next as Editor["view"]);
  };
  return (
    <div className="beside">
      <Tabs
        activeKey={view}
        onChange={turn}
        items={[
          {
            key: "visual",
            label: t("access.editor.visual"),
            children: (
              <Answered asked={catalogue}>
                {({ policyCatalogue }) => (
                  <VisualEditor catalogue={policyCatalogue} statements={statements} onChange={setStatements} />
                )}
              </Answered>
            ),
          },
          {
            key: "json",
            label: t("access.editor.json"),
            disabled: view === "visual" && !made,
            children: (
              <div className="stack" style={{ gap: 8 }}>
                <Button size="small" style={{ alignSelf: "flex-start" }} onClick={() => setText(inJson(template))}>
                  {t("access.editor.template")}
                </Button>
                <JsonEditor
                  label={t("access.editor.document")}
                  value={text}
                  onChange={setText}
                  check={(document) =>
                    readDocument(JSON.stringify(document))
                      ? []
                      : [{ near: "{", message: t("access.editor.notAPolicy") }]
                  }
                />
              </div>
            ),
          },
        ]}
      />
      <aside className="aside">
        <Box title={t("access.editor.result")}>
          {draft.problem && asked ? (
            <ProblemNotice problem={draft.problem} />
          ) : made ? (
            <div className="stack" style={{ gap: 10 }}>
              <pre className="mono document" tabIndex={0} aria-label={t("access.editor.document")}>
                {inJson(made.document)}
              </pre>
              {made.dependencies.length > 0 && (
                <div>
                  <strong>{made.dependencies[0]!.added ? t("access.editor.added") : t("access.editor.missing")}</strong>
                  <ul className="plain">
                    {made.dependencies.map(({ action, neededBy, statement }) => (
                      <li key={`${statement}${action}`}>
                        <span className="mono">{action}</span>
                        <span className="needed">{t("access.editor.neededBy", { action: neededBy })}</span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          ) : (
            <span className="quiet">{t("access.editor.incomplete")}</span>
          )}
        </Box>
      </aside>
    </div>
  );
}
