import { Radio, Tooltip } from "antd";

export type Choice = { value: string; title: string; about?: string; unavailable?: string };
type Props = { choices: Choice[]; value?: string; onChange?: (value: string) => void; label: string; id?: string };

/** A few choices that each need a word of explanation. What cannot be chosen says why. */
export function ChoiceCards({ choices, value, onChange, label, id }: Props) {
  return (
    <Radio.Group
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => onChange?.(event.target.value as string)}
      className="choice-cards"
    >
      {choices.map((choice) => (
        <Tooltip key={choice.value} title={choice.unavailable}>
          <Radio
            value={choice.value}
            disabled={choice.unavailable !== undefined}
            className={choice.value === value ? "choice-card chosen" : "choice-card"}
          >
            <span>{choice.title}</span>
            {choice.about && <span className="quiet choice-about">{choice.about}</span>}
          </Radio>
        </Tooltip>
      ))}
    </Radio.Group>
  );
}
