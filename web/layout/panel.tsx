import { Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Asked } from "../api/ask.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/** Shows an answer once it is there. When it cannot be had, only this part of the page says so, and offers another try. */
export function Answered<R>({
  asked,
  children,
  rows = 4,
}: {
  asked: Asked<R>;
  children: (data: R) => ReactNode;
  rows?: number;
}) {
  const { data, problem, again } = asked;
  if (problem && !data) return <ProblemNotice problem={problem} again={again} />;
  if (!data) return <Skeleton active title={false} paragraph={{ rows }} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} again={again} />}
      {children(data)}
    </>
  );
}
