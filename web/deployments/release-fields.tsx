import { Collapse, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import type { RuntimeOption } from "../components/options.ts";
import { DeployFields } from "./deploy-fields.tsx";
import { ProbeFields } from "./probe-fields.tsx";
import { LogFields } from "./log-fields.tsx";
import { VariableFields } from "./variable-fields.tsx";
import { RuntimeFields } from "./runtime-fields.tsx";

type Props = {
  form: FormInstance;
  runtime: RuntimeOption | undefined;
  system: "container" | "vm";
  open: string[];
  setOpen: (open: string[]) => void;
};
export const releaseSections = ["component", "deploy", "monitoring"];

/** Component configuration, deploy configuration and operations monitoring (DEP-14); what does not exist for this deployment is not shown (DEP-12). */
export function ReleaseFields({ form, runtime, system, open, setOpen }: Props) {
  const { t } = useTranslation();
  return (
    <Collapse
      activeKey={open}
      onChange={(keys) => setOpen([...keys])}
      items={[
        {
          key: "component",
          forceRender: true,
          label: t("deployments.section.component"),
          children: (
            <>
              <VariableFields form={form} />
              <RuntimeFields runtime={runtime} />
            </>
          ),
        },
        {
          key: "deploy",
          forceRender: true,
          label: t("deployments.section.deploy"),
          children: <DeployFields form={form} system={system} />,
        },
        {
          key: "monitoring",
          forceRender: true,
          label: t("deployments.section.monitoring"),
          children: (
            <>
              <LogFields />
              {system === "container" && (
                <>
                  <ProbeFields form={form} name="liveness" />
                  <ProbeFields form={form} name="readiness" />
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
