package org.shapan.portal.pivot;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;

/** The parts of the bar above a pivot that do something with it as a whole: keep, open, undo, export, link. */
final class FileTools {
    /** What the tools ask for. */
    interface Asked {
        void save();

        void saveAs();

        void open();

        void undo();

        void redo();

        void reset();

        void explain();
    }

    private static final int TIP = 2_000;

    private final Span left = new Span();
    private final Span right = new Span();
    private final NativeButton undo;
    private final NativeButton redo;

    FileTools(Asked asked, ExportMenu export) {
        left.addClassName("row");
        undo = Buttons.plain(left.getTranslation("pivot.undo"), asked::undo);
        redo = Buttons.plain(left.getTranslation("pivot.redo"), asked::redo);
        undo.addClassName("undo");
        redo.addClassName("redo");
        undo.setTitle("Ctrl+Z");
        redo.setTitle("Ctrl+Y");
        left.add(
                Buttons.primary(left.getTranslation("pivot.save"), asked::save),
                Buttons.plain(left.getTranslation("pivot.saveAs"), asked::saveAs),
                Buttons.plain(left.getTranslation("pivot.openSaved"), asked::open),
                Buttons.plain(left.getTranslation("pivot.reset"), asked::reset),
                undo,
                redo);
        right.addClassNames("right", "row");
        right.add(
                Buttons.plain(left.getTranslation("pivot.explain"), asked::explain),
                export,
                Buttons.with(Icon.LINK, left.getTranslation("pivot.link"), this::copyLink));
        keys();
    }

    Span left() {
        return left;
    }

    Span right() {
        return right;
    }

    /** A step that is not there has no button. */
    void show(UndoSteps steps) {
        undo.setVisible(steps.mayUndo());
        redo.setVisible(steps.mayRedo());
    }

    /** Ctrl+Z and Ctrl+Y, except where text is written. */
    private void keys() {
        left.addAttachListener(event -> left.getElement().executeJs("""
                        const keys = (e) => {
                          const written = e.composedPath()[0].closest?.('input, textarea, [contenteditable]');
                          if (!(e.ctrlKey || e.metaKey) || e.altKey || written) return;
                          const key = e.key.toLowerCase();
                          const name = key === 'y' || (key === 'z' && e.shiftKey) ? 'redo' : key === 'z' ? 'undo' : 'none';
                          const button = this.querySelector('.' + name);
                          if (button && !button.hidden) { e.preventDefault(); button.click(); }
                        };
                        this.pivotKeys && document.removeEventListener('keydown', this.pivotKeys);
                        document.addEventListener('keydown', (this.pivotKeys = (e) => this.isConnected
                          ? keys(e) : document.removeEventListener('keydown', this.pivotKeys)));
                        """));
    }

    private void copyLink() {
        left.getUI().ifPresent(ui -> ui.getPage().executeJs("navigator.clipboard?.writeText(location.href)"));
        Notification.show(left.getTranslation("pivot.link.copied"), TIP, Notification.Position.BOTTOM_CENTER);
    }
}
