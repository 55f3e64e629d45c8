import { json, jsonParseLinter } from "@codemirror/lang-json";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { basicSetup, EditorView } from "codemirror";
import { useEffect, useRef } from "react";

type Props = {
  label: string;
  value: string;
  onChange?: (text: string) => void;
  /** What is wrong beyond the syntax: where, as the words of the document, and why. */
  check?: (document: unknown) => { near: string; message: string }[];
  minHeight?: number;
};

const look = EditorView.theme({
  "&": { fontSize: "13px", backgroundColor: "var(--card)", color: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--page)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--chosen) 8%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--text)", border: "1px solid var(--line)" },
});

/** JSON with its mistakes marked where they are. Without `onChange` it can only be read. */
export function JsonEditor({ label, value, onChange, check, minHeight = 260 }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  const checked = useRef(check);
  changed.current = onChange;
  checked.current = check;
  const fixed = onChange === undefined;

  useEffect(() => {
    const syntax = jsonParseLinter();
    const meaning = (editor: EditorView): Diagnostic[] => {
      const mistakes = syntax(editor);
      if (mistakes.length > 0 || !checked.current) return mistakes;
      const text = editor.state.doc.toString();
      if (text.trim() === "") return [];
      return checked.current(JSON.parse(text)).map(({ near, message }) => {
        const from = Math.max(0, text.indexOf(near));
        return { from, to: Math.min(text.length, from + near.length), severity: "error", message };
      });
    };
    const editor = new EditorView({
      doc: value,
      parent: place.current!,
      extensions: [
        basicSetup,
        json(),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        fixed ? [EditorState.readOnly.of(true)] : [linter(meaning), lintGutter()],
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed.current?.(state.doc.toString())),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
    // The text inside changes by itself; what comes from outside is put in below.
  }, [label, fixed]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  return <div ref={place} className="code-box" style={{ minHeight }} />;
}
