import { Alert, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { SetAuthentication } from "./authentication-box.tsx";
import { AccountPassword } from "./account-password.tsx";
import type { Secured } from "./security.tsx";

type Props = { engine: Secured; knowsRoot: boolean; close: () => void };

/** The first time with the password of `root`; later it may be given anew, else it stays (ENG-15). */
export function SwitchOn({ engine, knowsRoot, close }: Props) {
  const { t } = useTranslation();
  const [set] = useCommand(SetAuthentication);
  return (
    <FormDialog<{ rootPassword?: string }, object>
      title={t("engines.security.onTitle", { name: engine.name })}
      verb={t("engines.security.on")}
      run={({ rootPassword }) =>
        set({ input: { engineId: engine.id, enabled: true, rootPassword: rootPassword || null } })
      }
      close={close}
    >
      <Form.Item>
        <Alert
          type="warning"
          showIcon
          title={t("engines.security.onWarning")}
          description={t("engines.security.onServices")}
        />
      </Form.Item>
      <AccountPassword
        name="rootPassword"
        label={t("engines.security.rootPassword")}
        help={t(knowsRoot ? "engines.security.rootStays" : "engines.security.rootNew")}
        optional={knowsRoot}
      />
    </FormDialog>
  );
}
