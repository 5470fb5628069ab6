import { PREVIEW } from "../core/wording/preview";
import type { RibbonButton, RibbonTab } from "./manifest";

interface Props {
  readonly tab: RibbonTab;
  /** The add-in's page can be reached. */
  readonly ready: boolean;
  readonly onPress: (button: RibbonButton) => void;
}

/** The add-in's tab as Excel shows it. */
export function Ribbon({ tab, ready, onPress }: Props) {
  return (
    <nav className="ribbon" aria-label={PREVIEW.ribbon}>
      <div className="ribbon-tab">{tab.label}</div>
      <div className="ribbon-strip">
        {tab.groups.map((group) => (
          <div key={group.label} className="ribbon-group" role="group" aria-label={group.label}>
            <div className="ribbon-buttons">
              {group.buttons.map((button) => (
                <button
                  key={button.id}
                  id={button.id}
                  type="button"
                  disabled={!ready}
                  title={`${button.title}\n${button.description}`}
                  onClick={() => onPress(button)}
                >
                  <img src={button.icon} alt="" width={32} height={32} />
                  {button.label}
                </button>
              ))}
            </div>
            <div className="ribbon-group-label">{group.label}</div>
          </div>
        ))}
      </div>
    </nav>
  );
}
