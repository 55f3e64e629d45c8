import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { type Operation, type Parameter, readContract } from "./openapi.ts";

/** A contract as people read it: what can be called, with what, and what comes back. */
export function ContractView({ text }: { text: string }) {
  const { t } = useTranslation();
  const contract = useMemo(() => readContract(text), [text]);
  if (!contract)
    return (
      <>
        <p className="quiet">{t("engines.contract.unreadable")}</p>
        <pre className="mono document" tabIndex={0} aria-label={t("engines.contract.title")}>
          {text}
        </pre>
      </>
    );
  return (
    <div className="stack">
      <p style={{ margin: 0 }}>
        <strong>{contract.title}</strong> <span className="quiet">{contract.version}</span> {contract.description}
      </p>
      {contract.operations.map((operation) => (
        <OperationView key={`${operation.method} ${operation.path}`} operation={operation} />
      ))}
      {contract.models.length > 0 && (
        <Box title={t("engines.contract.models")}>
          <div className="stack">
            {contract.models.map(({ name, fields }) => (
              <div key={name}>
                <strong className="mono">{name}</strong>
                <Fields label={name} rows={fields} />
              </div>
            ))}
          </div>
        </Box>
      )}
    </div>
  );
}

function OperationView({ operation: { id, method, path, summary, parameters, responses } }: { operation: Operation }) {
  const { t } = useTranslation();
  return (
    <details className="operation">
      <summary>
        <span className="method" data-method={method}>
          {method}
        </span>
        <span className="mono">{path}</span>
        <span className="quiet">{id}</span>
        <span>{summary}</span>
      </summary>
      <div className="stack operation-body">
        {parameters.length === 0 ? (
          <span className="quiet">{t("engines.contract.noParameter")}</span>
        ) : (
          <Fields label={t("engines.contract.parameters")} rows={parameters} />
        )}
        <table className="plain-table" aria-label={t("engines.contract.responses")}>
          <thead>
            <tr>
              <th>{t("engines.contract.response")}</th>
              <th>{t("engines.contract.type")}</th>
              <th>{t("layout.description")}</th>
            </tr>
          </thead>
          <tbody>
            {responses.map(({ code, type, description }) => (
              <tr key={code}>
                <td>{code}</td>
                <td className="mono">{type}</td>
                <td>{description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type Row = Omit<Parameter, "where"> & { where?: string };

function Fields({ label, rows }: { label: string; rows: Row[] }) {
  const { t } = useTranslation();
  return (
    <table className="plain-table" aria-label={label}>
      <thead>
        <tr>
          <th>{t("engines.contract.name")}</th>
          {rows.some(({ where }) => where) && <th>{t("engines.contract.in")}</th>}
          <th>{t("engines.contract.type")}</th>
          <th>{t("layout.description")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, where, type, required, description }) => (
          <tr key={`${where} ${name}`}>
            <td className="mono">
              {name}
              {required && <span className="star"> *</span>}
            </td>
            {where && <td>{where}</td>}
            <td className="mono">{type}</td>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
