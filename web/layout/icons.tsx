import type { CSSProperties } from "react";

/** Drawn on a grid of 24, in strokes of the text's colour. */
const drawings = {
  overview: "M4 13h6V4H4v9Zm0 7h6v-4H4v4Zm10 0h6v-9h-6v9Zm0-16v4h6V4h-6Z",
  applications: "M12 3 3 7.5l9 4.5 9-4.5L12 3ZM3 12l9 4.5 9-4.5M3 16.5 12 21l9-4.5",
  environments:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9S14.500 18.400 12 21c-2.500-2.600-3.800-5.600-3.800-9S9.500 5.600 12 3Z",
  infrastructure: "M4 4h16v6H4V4Zm0 10h16v6H4v-6ZM8 7h.01M8 17h.01M12 7h4M12 17h4",
  component: "M12 3 4 7.500v9L12 21l8-4.500v-9L12 3ZM4 7.500l8 4.500 8-4.500M12 12v9",
  running: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 12.300l2.400 2.400 4.800-5.200",
  attention: "M12 4 2.800 20h18.400L12 4ZM12 10v4.500M12 17.300h.01",
  failed: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9 9l6 6M15 9l-6 6",
  stopped: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.500 9.500h5v5h-5z",
  changing: "M20 12a8 8 0 1 1-2.400-5.700M20 3.500V8h-4.500",
  waiting: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.200l3.200 2",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.700h.01",
  sun: "M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z",
  language:
    "M4 6h9M8.500 4v2M11 6c-.800 4-3 7-6.500 9M6.300 9.500c1.200 2.300 3 4 5.200 5M12.500 20l4-10 4 10M13.900 16.500h5.200",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20.500c.700-3.900 3.700-6 7.500-6s6.800 2.100 7.500 6",
  plus: "M12 5v14M5 12h14",
  edit: "M4 20h4L19.500 8.500a2.100 2.100 0 0 0-3-3L5 17v3M14.500 7.500l3 3",
  remove: "M4.500 7h15M9.500 7V4.500h5V7M6.500 7l.900 13h9.200l.900-13M10.300 11v5.500M13.700 11v5.500",
  copy: "M9 9h11v11H9V9ZM5 15H4V4h11v1",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.500 4.500",
  download: "M12 4v11.500M7 11l5 5 5-5M4.500 20h15",
  upload: "M12 16V4.500M7 9l5-5 5 5M4.500 20h15",
  external: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9.500 9.500",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  wrap: "M4 6h16M4 12h13a3 3 0 0 1 0 6h-4M15.500 15.500 13 18l2.500 2.500M4 18h5",
  follow: "M12 4v12M7 11.500l5 5 5-5M5 20h14",
  menu: "M4 7h16M4 12h16M4 17h16",
  play: "M7 4.500v15l12-7.500-12-7.500Z",
  columns: "M4 5h16v14H4V5ZM9.300 5v14M14.700 5v14",
  engine:
    "M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM12 2.500v6M12 15.500v6M2.500 12h6M15.500 12h6M5.300 5.300l4.200 4.200M14.500 14.500l4.200 4.200M5.300 18.700l4.200-4.200M14.500 9.500l4.200-4.200",
  key: "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12h9M18 12v3.500M15 12v2.500",
  shield:
    "M12 3l7.500 3v5.500c0 4.500-3 7.800-7.500 9.500-4.500-1.700-7.500-5-7.500-9.500V6L12 3ZM9 12l2.200 2.200L15.300 10",
  people:
    "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19.500c.600-3.300 3-5 6.500-5s5.900 1.700 6.500 5M15.500 4.800a3.500 3.500 0 0 1 0 6.400M17.500 14.900c2.200.600 3.600 2.200 4 4.600",
  records: "M6 3h9l4 4v14H6V3ZM9.500 11h6M9.500 14.500h6M9.500 18h3.500",
  down: "M5 9l7 7 7-7",
} as const;

export type IconName = keyof typeof drawings;

/** Decoration beside a word; never the only bearer of a meaning. */
export function Icon({
  name,
  size = "1.1em",
  spin = false,
  style,
  className = "",
}: {
  name: IconName;
  size?: string | number;
  spin?: boolean;
  style?: CSSProperties;
  className?: string;
}) {
  const thick = name === "more" ? 3 : 1.7;
  return (
    <svg
      className={`icon ${spin ? "spinning" : ""} ${className}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={thick}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={style}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
