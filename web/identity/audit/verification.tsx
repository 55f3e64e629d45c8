import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import type { VerificationPartsFragment } from "../../generated/graphql.ts";
import { CopyText } from "../../layout/copy-text.tsx";
import { Answered } from "../../layout/panel.tsx";
import { type TrailName, Verify } from "./trails.ts";

/** Whether the chain is as it was written; the first row that is not. */
export function Verification({ of }: { of: TrailName }) {
  const asked = useAsk(Verify, { ofAccount: of === "account" });
  return (
    <Answered asked={asked} rows={2}>
      {({ [of]: found }) => <Verdict found={found!} />}
    </Answered>
  );
}

function Verdict({ found: { intact, rows, head, sealedUpTo, broken } }: { found: VerificationPartsFragment }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="status"
      type={intact ? "success" : "error"}
      showIcon
      title={intact ? t("audit.intact", { count: rows }) : t("audit.broken", { position: broken?.position ?? 0 })}
      description={
        <div className="stack" style={{ gap: 4 }}>
          {broken && (
            <div lang="en" className="mono">
              {broken.operation} {broken.reason}
            </div>
          )}
          {head && (
            <div>
              {t("audit.head")} <CopyText text={head} />
            </div>
          )}
          <div className="quiet">{sealedUpTo ? t("audit.sealed", { position: sealedUpTo }) : t("audit.notSealed")}</div>
        </div>
      }
    />
  );
}
