import type { FormInstance } from "antd";
import { useMemo } from "react";

/** What was typed so far survives a reload of the page, in this tab only; `done` forgets it. Secrets do not belong in such a form. */
export function useDraft<T extends object>(form: FormInstance<T>, name: string) {
  const key = `flyloft.draft.${name}`;
  return useMemo(
    () => ({
      restored: JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<T>,
      keep: () => sessionStorage.setItem(key, JSON.stringify(form.getFieldsValue(true))),
      done: () => sessionStorage.removeItem(key),
    }),
    [form, key],
  );
}
