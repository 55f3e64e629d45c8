import { Alert, Button, Progress, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { somethingChanged, useAsk } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { PackageFormat } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { bytes } from "../layout/units.ts";
import type { RuntimeOption } from "./options.ts";
import { usePackageHelp } from "./package-help.ts";
import { useUpload } from "./upload-package.ts";

const Ready = graphql(/* GraphQL */ `
  query ReadyPackages($format: PackageFormat, $search: String) {
    packages(first: 50, state: ready, format: $format, search: $search) {
      nodes {
        id
        fileName
        size
        createdAt
        createdBy
      }
    }
  }
`);

const Chosen = graphql(/* GraphQL */ `
  query ChosenPackage($packageId: ID!) {
    package(packageId: $packageId) {
      id
      fileName
      size
      createdAt
      createdBy
    }
  }
`);

type Props = {
  format: PackageFormat;
  value?: string;
  onChange?: (packageId: string | undefined) => void;
  id?: string;
  runtime?: RuntimeOption;
};

/** A package that is in object storage, or one from this computer that is put there (CMP-11). */
export function PackageChoice({ format, value, onChange, id, runtime }: Props) {
  const { t, i18n } = useTranslation();
  const help = usePackageHelp(runtime);
  const [search, setSearch] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const { upload, progress, cancel } = useUpload();
  const asked = useAsk(Ready, { format, search: search || null });
  const listed = asked.data?.packages.nodes ?? [];
  const chosen = useAsk(
    Chosen,
    { packageId: value ?? "" },
    { pause: !value || listed.some((one) => one.id === value) },
  );
  const nodes =
    value && chosen.data?.package.id === value && !listed.some((one) => one.id === value)
      ? [chosen.data.package, ...listed]
      : listed;
  const take = async (given: File | undefined) => {
    if (!given) return;
    setProblem(null);
    setRefusal(null);
    const { uploaded, problem: failed } = await upload(given);
    setProblem(failed);
    if (!uploaded) return;
    if (uploaded.state !== "ready") return setRefusal(uploaded.refusal ?? t("components.package.refused"));
    somethingChanged();
    onChange?.(uploaded.id);
  };
  const options = nodes.map((one) => ({
    value: one.id,
    label: `${one.fileName} · ${bytes(one.size, i18n.language)} · ${new Date(one.createdAt).toLocaleString(i18n.language)}`,
  }));
  // Until its name is known, an id would only puzzle.
  if (value && !options.some((one) => one.value === value)) options.push({ value, label: "…" });
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="row" style={{ flexWrap: "nowrap" }}>
        <Select
          id={id}
          showSearch={{ filterOption: false, onSearch: setSearch }}
          allowClear
          value={value}
          onChange={onChange}
          style={{ flex: 1, minWidth: 0 }}
          loading={asked.loading}
          placeholder={t("components.package.choose", { format })}
          notFoundContent={t("components.package.none", { format })}
          options={options}
        />
        <Button icon={<Icon name="upload" />} disabled={progress !== null} onClick={() => file.current?.click()}>
          {t("components.package.upload")}
        </Button>
        <input
          ref={file}
          type="file"
          accept={`.${format}`}
          style={{ display: "none" }}
          aria-hidden="true"
          tabIndex={-1}
          data-upload={format}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {help && <div className="quiet">{help}</div>}
      {progress && (
        <div role="status">
          <div className="row">
            <span>
              {progress.step === "sending"
                ? t("components.package.sending", { name: progress.fileName })
                : t("components.package.checking", { name: progress.fileName })}
            </span>
            <span className="quiet">
              {bytes(progress.sent, i18n.language)} / {bytes(progress.size, i18n.language)}
            </span>
            <span className="push" />
            {progress.step === "sending" && (
              <Button size="small" onClick={cancel}>
                {t("layout.cancel")}
              </Button>
            )}
          </div>
          <Progress
            percent={Math.floor((progress.sent / Math.max(1, progress.size)) * 100)}
            status="active"
            aria-label={t("components.package.progress")}
          />
        </div>
      )}
      {refusal && (
        <Alert
          type="error"
          showIcon
          title={t("components.package.refused")}
          description={<span lang="en">{refusal}</span>}
          closable={{ onClose: () => setRefusal(null) }}
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
