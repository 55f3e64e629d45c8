import { Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";

const Update = graphql(/* GraphQL */ `
  mutation UpdateEngine($input: UpdateEngineInput!) {
    updateEngine(input: $input) {
      id
      description
    }
  }
`);

type Engine = { id: string; description: string; viewerCan: { updateEngine: Permission } };

/** All that can be said anew of an engine: its name stays (ENG-04). */
export function DescriptionBox({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [update] = useCommand(Update);
  return (
    <Box
      title={t("layout.description")}
      extra={
        <PermittedButton size="small" can={engine.viewerCan.updateEngine} onClick={() => setEditing(true)}>
          {t("layout.edit")}
        </PermittedButton>
      }
    >
      {engine.description || <span className="quiet">–</span>}
      {editing && (
        <FormDialog<{ description: string }, object>
          title={t("layout.description")}
          initial={{ description: engine.description }}
          run={({ description }) => update({ input: { engineId: engine.id, description } })}
          close={() => setEditing(false)}
        >
          <Form.Item name="description" label={t("layout.description")}>
            <Input.TextArea maxLength={256} showCount rows={3} />
          </Form.Item>
        </FormDialog>
      )}
    </Box>
  );
}
