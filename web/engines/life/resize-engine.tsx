import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ChoiceCards } from "../../layout/choice-cards.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { engineSizes } from "./sizes.ts";

const Resize = graphql(/* GraphQL */ `
  mutation ResizeEngine($input: ResizeEngineInput!) {
    resizeEngine(input: $input) {
      id
      state
    }
  }
`);

type Props = { engine: { id: string; name: string; instanceQuota: number }; close: () => void };

/** An engine only grows (ENG-14). */
export function ResizeEngine({ engine, close }: Props) {
  const { t } = useTranslation();
  const [resize] = useCommand(Resize);
  const label = t("engines.instances");
  return (
    <FormDialog<{ size: string }, object>
      title={t("engines.resize.of", { name: engine.name })}
      verb={t("engines.resize.title")}
      run={({ size }) => resize({ input: { engineId: engine.id, instanceQuota: Number(size) } })}
      close={close}
    >
      <Form.Item
        name="size"
        label={label}
        extra={t("engines.resize.about")}
        rules={[{ required: true, message: t("layout.required", { label }) }]}
      >
        <ChoiceCards
          label={label}
          choices={engineSizes.map((size) => ({
            value: String(size),
            title: t("engines.instancesOf", { count: size }),
            unavailable:
              size <= engine.instanceQuota ? t("engines.resize.has", { count: engine.instanceQuota }) : undefined,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
