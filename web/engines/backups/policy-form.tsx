import { Checkbox, Form, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import type { BackedUp } from "./backups.tsx";
import { hours, useHourName, weekdayName, weekdays } from "./times.ts";

const Set = graphql(/* GraphQL */ `
  mutation SetEngineBackupPolicy($input: SetEngineBackupPolicyInput!) {
    setEngineBackupPolicy(input: $input) {
      weekdays
      hour
    }
  }
`);
const Remove = graphql(/* GraphQL */ `
  mutation RemoveEngineBackupPolicy($input: RemoveEngineBackupPolicyInput!) {
    removeEngineBackupPolicy(input: $input) {
      id
    }
  }
`);

/** What a form item hands to its input. */
type Input<T> = { id?: string; value?: T; onChange?: (value: T) => void };
type Given = { on: boolean; weekdays: number[]; hour: number };

/** Switched off, it is deleted and has to be set anew (ENG-17). */
export function PolicyForm({ engine, close }: { engine: BackedUp; close: () => void }) {
  const { t } = useTranslation();
  const hourName = useHourName();
  const [set] = useCommand(Set);
  const [remove] = useCommand(Remove);
  const { id: engineId, backupPolicy: policy } = engine;
  const period = t("engines.backups.policy.period");
  return (
    <FormDialog<Given, object>
      title={t("engines.backups.policy.title")}
      initial={{ on: true, weekdays: policy?.weekdays ?? [], hour: policy?.hour ?? 2 }}
      run={({ on, ...given }) => (on ? set({ input: { engineId, ...given } }) : remove({ input: { engineId } }))}
      close={close}
    >
      <Form.Item
        name="on"
        valuePropName="checked"
        label={t("engines.backups.policy.on")}
        extra={t("engines.backups.policy.offHelp")}
      >
        <Switch />
      </Form.Item>
      <Form.Item noStyle dependencies={["on"]}>
        {({ getFieldValue }) =>
          getFieldValue("on") && (
            <>
              <Form.Item
                name="weekdays"
                label={period}
                rules={[{ required: true, message: t("layout.required", { label: period }) }]}
              >
                <Weekdays label={period} />
              </Form.Item>
              <Form.Item
                name="hour"
                label={t("engines.backups.policy.start")}
                extra={t("engines.backups.policy.startHelp")}
              >
                <Select options={hours.map((value) => ({ value, label: hourName(value) }))} />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}

/** A group of boxes takes no mark that it is required; the label and the refusal tell it. */
function Weekdays({ label, id, value, onChange }: Input<number[]> & { label: string }) {
  const { i18n } = useTranslation();
  return (
    <div id={id}>
      <Checkbox.Group
        aria-label={label}
        value={value}
        onChange={onChange}
        options={weekdays.map((day) => ({ value: day, label: weekdayName(day, i18n.language) }))}
      />
    </div>
  );
}
