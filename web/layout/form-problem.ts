import type { FormInstance } from "antd";
import type { Problem } from "../api/problem.ts";
import { saidInWords } from "./said.ts";

const pathOf = (field: string) => field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Puts each refusal at its field. What has no field in this form is left over, for a notice above it. */
export function showAtFields(form: FormInstance, problem: Problem): Problem | null {
  const entries = Object.entries(problem.fields);
  const shown = entries.filter(
    ([field]) => form.getFieldInstance(pathOf(field)) != null || form.getFieldValue(pathOf(field)) !== undefined,
  );
  form.setFields(shown.map(([field, errors]) => ({ name: pathOf(field), errors: errors.map(saidInWords) })));
  if (shown.length === 0 || shown.length < entries.length) return problem;
  const first = shown[0];
  if (first) form.scrollToField(pathOf(first[0]), { focus: true });
  return null;
}
