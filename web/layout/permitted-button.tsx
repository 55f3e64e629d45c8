import { Button, type ButtonProps, Tooltip } from "antd";
import { useReason } from "./reason.ts";

export type Permission = { allowed: boolean; reason?: string | null };

/** A button that says why it may not be used, instead of hiding or failing. */
export function PermittedButton({ can, ...button }: ButtonProps & { can: Permission | undefined }) {
  const reason = useReason(can);
  if (!reason) return <Button {...button} />;
  return (
    <Tooltip title={reason} trigger={["hover", "focus"]}>
      {/* A disabled button takes no focus, so what surrounds it does, and tells the reason. */}
      <span tabIndex={0} role="note" aria-label={reason}>
        <Button {...button} disabled />
      </span>
    </Tooltip>
  );
}
