import { AnsiUp } from "ansi_up";
import { Button, Empty, Input, Select, Switch } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { Icon } from "../layout/icons.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { exactly, instantOf } from "../layout/moment.tsx";
import { PageLoading } from "../layout/page-loading.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { saveFile } from "../layout/save-file.ts";
import { type LogLine, useRunLog } from "./run-log-lines.ts";

const Files = graphql(/* GraphQL */ `
  query LogFiles($instanceId: ID!) {
    logFiles(instanceId: $instanceId) {
      replicaId
      file
      running
    }
  }
`);

const clock = {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hour12: false,
} as const;

/** Choose instance, file and time; search, follow, wrap, download (OPS-08). */
export default function RunLog({ instanceId }: { instanceId: string }) {
  const { t, i18n } = useTranslation();
  const [replicaId, setReplicaId] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [search, setSearch] = useState("");
  const [follow, setFollow] = useState(true);
  const [wrap, setWrap] = useState(true);
  const list = useRef<VirtuosoHandle>(null);
  const files = useAsk(Files, { instanceId }).data?.logFiles ?? [];
  const { held, problem, line, older, load } = useRunLog(
    { instanceId, replicaId, file, from: instantOf(from), to: instantOf(to), search: search || null },
    to === "",
  );

  const replicas = [...new Map(files.map(({ replicaId: id, running }) => [id, running]))];
  const names = [...new Set(files.filter((one) => !replicaId || one.replicaId === replicaId).map((one) => one.file))];
  const download = () => {
    const text =
      held?.lines
        .map(({ at, replicaId: who, file: where, text: words }) => `${at} ${who} ${where} ${words}`)
        .join("\n") ?? "";
    saveFile(`${instanceId}.log`, text);
  };
  const toEnd = (on: boolean) => {
    setFollow(on);
    if (on) list.current?.scrollToIndex({ index: "LAST" });
  };
  return (
    <div className="stack" style={{ gap: 10 }}>
      <div className="row">
        <Select
          allowClear
          value={replicaId}
          onChange={(one) => setReplicaId(one ?? null)}
          placeholder={t("operations.log.allReplicas")}
          aria-label={t("operations.log.replica")}
          style={{ minWidth: 230 }}
          options={replicas.map(([value, running]) => ({
            value,
            label: running ? value : t("operations.log.gone", { id: value }),
          }))}
        />
        <Select
          allowClear
          value={file}
          onChange={(one) => setFile(one ?? null)}
          placeholder={t("operations.log.allFiles")}
          aria-label={t("operations.log.file")}
          style={{ minWidth: 170 }}
          options={names.map((value) => ({ value, label: value }))}
        />
        <label className="state">
          <span className="quiet">{t("operations.log.from")}</span>
          <Input
            type="datetime-local"
            step={1}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            style={{ width: 215 }}
          />
        </label>
        <label className="state">
          <span className="quiet">{t("operations.log.to")}</span>
          <Input
            type="datetime-local"
            step={1}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            style={{ width: 215 }}
          />
        </label>
        <Input.Search
          allowClear
          placeholder={t("operations.log.search")}
          aria-label={t("operations.log.search")}
          style={{ width: 220 }}
          onSearch={setSearch}
        />
      </div>
      <div className="row">
        <label className="state">
          <Switch size="small" checked={follow} onChange={toEnd} />
          {t("operations.log.follow")}
        </label>
        <label className="state">
          <Switch size="small" checked={wrap} onChange={setWrap} />
          {t("operations.log.wrap")}
        </label>
        <Button size="small" icon={<Icon name="download" />} onClick={download} disabled={!held?.lines.length}>
          {t("operations.log.download")}
        </Button>
        <span className="push">{to === "" && <LineNotice line={line} />}</span>
      </div>
      {problem && <ProblemNotice problem={problem} again={() => void load()} />}
      {!held ? (
        !problem && <PageLoading />
      ) : held.lines.length === 0 ? (
        <Empty description={search ? t("operations.log.nothingFound") : t("operations.log.none")} />
      ) : (
        <div className="log-box" role="log" aria-label={t("operations.log.title")} aria-live="off">
          <Virtuoso
            ref={list}
            data={held.lines}
            firstItemIndex={held.first}
            initialTopMostItemIndex={held.lines.length - 1}
            startReached={() => void older()}
            followOutput={follow ? "auto" : false}
            tabIndex={0}
            style={{ height: "100%" }}
            computeItemKey={(_, one) => one.cursor}
            increaseViewportBy={300}
            itemContent={(_, one) => (
              <Line
                line={one}
                wrap={wrap}
                search={search}
                language={i18n.language}
                named={replicaId === null && replicas.length > 1}
              />
            )}
          />
        </div>
      )}
    </div>
  );
}

function Line({
  line,
  wrap,
  search,
  language,
  named,
}: {
  line: LogLine;
  wrap: boolean;
  search: string;
  language: string;
  named: boolean;
}) {
  const html = useMemo(() => colour(line.text, search), [line.text, search]);
  return (
    <div className={wrap ? "log-line mono wrapped" : "log-line mono"}>
      <time dateTime={line.at} title={exactly(line.at, language)}>
        {new Date(line.at).toLocaleTimeString(language, clock)}
      </time>
      {named && <span className="who">{line.replicaId.slice(-6)}</span>}
      {/* Everything of the line is escaped by ansi_up before its own tags are put around it. */}
      <span dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}

/** Colours of the terminal as colours of the page; what is searched for is marked in the text between tags. */
function colour(text: string, search: string): string {
  const painter = new AnsiUp();
  const html = painter.ansi_to_html(text);
  if (!search) return html;
  const wanted = new AnsiUp().ansi_to_html(search).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return html.replace(
    /(<[^>]*>)|([^<]+)/g,
    (_, tag: string | undefined, words: string | undefined) =>
      tag ?? words!.replace(new RegExp(wanted, "gi"), "<mark>$&</mark>"),
  );
}
