import { Input } from "antd";

/** Searches when it is left or Enter is pressed, not at each letter. */
export function SearchBox({ label, onSearch }: { label: string; onSearch: (text: string) => void }) {
  return (
    <Input.Search
      allowClear
      style={{ width: 260 }}
      placeholder={label}
      aria-label={label}
      onSearch={(text) => onSearch(text.trim())}
    />
  );
}
