import type { ReactNode } from "react";

/** A framed part of a page with a heading; lighter than the library's card, so that the first screen stays small. */
export function Box({ title, extra, children }: { title?: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className="box">
      {title && (
        <header className="box-head">
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      <div className="box-body">{children}</div>
    </section>
  );
}
