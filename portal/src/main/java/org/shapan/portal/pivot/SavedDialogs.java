package org.shapan.portal.pivot;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shapan.portal.account.PortalUser;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Icon;
import org.shapan.portal.widget.Menu;

/** Where a person keeps, opens and shares pivots. */
final class SavedDialogs {
    private static final int UPLOAD = 2_000_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final SavedPivots pivots;
    private final PortalUser user;

    SavedDialogs(SavedPivots pivots, PortalUser user) {
        this.pivots = pivots;
        this.user = user;
    }

    /** Asks for folder and name. */
    void saveAs(String folder, String name, BiConsumer<String, String> save) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("pivot.saveAs"));
        ComboBox<String> place = new ComboBox<>(dialog.getTranslation("pivot.saved.folder"));
        place.setItems(pivots.visible(user).stream()
                .filter(SavedPivot::mine)
                .map(SavedPivot::folder)
                .filter(known -> !known.isEmpty())
                .distinct()
                .toList());
        place.setAllowCustomValue(true);
        place.addCustomValueSetListener(event -> place.setValue(event.getDetail()));
        place.setValue(folder.isEmpty() ? null : folder);
        TextField title = new TextField(dialog.getTranslation("pivot.saved.name"));
        title.setValue(name);
        title.setMaxLength(200);
        title.setRequiredIndicatorVisible(true);
        Div form = new Div(title, place);
        form.addClassName("keep");
        dialog.add(form);
        dialog.getFooter()
                .add(
                        Buttons.plain(dialog.getTranslation("pivot.cancel"), dialog::close),
                        Buttons.primary(dialog.getTranslation("pivot.save"), () -> {
                            if (title.getValue().isBlank()) {
                                title.setInvalid(true);
                            } else {
                                dialog.close();
                                save.accept(place.getValue() == null ? "" : place.getValue(), title.getValue());
                            }
                        }));
        dialog.open();
    }

    /**
     * Lists what the person may open.
     *
     * @param open is given the pivot and a version; empty for the last
     * @param imported is given the text of a query that another program saved
     */
    void open(BiConsumer<SavedPivot, Optional<Integer>> open, Consumer<String> imported) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("pivot.openSaved"));
        Div list = new Div();
        list.addClassName("kept");
        TextField search = new TextField();
        search.setPlaceholder(dialog.getTranslation("pivot.saved.search"));
        search.setAriaLabel(dialog.getTranslation("pivot.saved.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidthFull();
        Runnable[] fill = new Runnable[1];
        fill[0] = () -> {
            list.removeAll();
            String text = search.getValue().strip().toLowerCase(Locale.ROOT);
            String folder = null;
            for (SavedPivot pivot : pivots.visible(user)) {
                if ((pivot.folder() + " " + pivot.name() + " " + pivot.note() + " " + pivot.owner())
                        .toLowerCase(Locale.ROOT)
                        .contains(text)) {
                    if (!pivot.folder().equals(folder) && !pivot.folder().isEmpty()) {
                        Div head = new Div(Icon.FOLDER.create(), new Span(pivot.folder()));
                        head.addClassName("folder");
                        list.add(head);
                    }
                    folder = pivot.folder();
                    list.add(row(dialog, pivot, open, fill[0]));
                }
            }
            if (list.getComponentCount() == 0) {
                Span none = new Span(dialog.getTranslation("pivot.saved.none"));
                none.addClassName("hint");
                list.add(none);
            }
        };
        search.addValueChangeListener(event -> fill[0].run());
        fill[0].run();
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            dialog.close();
            imported.accept(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        }));
        upload.setMaxFileSize(UPLOAD);
        upload.setAcceptedFileTypes(".saiku", ".json");
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.plain(dialog.getTranslation("pivot.saiku"), () -> {}));
        Div body = new Div(search, list);
        body.addClassName("keep");
        dialog.add(body);
        dialog.getFooter().add(upload, Buttons.plain(dialog.getTranslation("pivot.cancel"), dialog::close));
        dialog.open();
    }

    private Div row(Dialog dialog, SavedPivot pivot, BiConsumer<SavedPivot, Optional<Integer>> open, Runnable refresh) {
        NativeButton name = new NativeButton(pivot.name(), click -> {
            dialog.close();
            open.accept(pivot, Optional.empty());
        });
        name.addClassName("nm");
        Span remark = new Span(dialog.getTranslation(
                "pivot.saved.remark", pivot.owner(), Integer.toString(pivot.version()), time(pivot.savedAt())));
        remark.addClassName("hint");
        NativeButton more = new NativeButton();
        more.setAriaLabel(dialog.getTranslation("pivot.saved.more", pivot.name()));
        more.addClassName("add");
        more.add(Icon.MORE.create());
        Menu menu = new Menu(more).alignEnd();
        for (SavedPivot.Version version : pivots.versions(user, pivot.id())) {
            menu.item(
                    dialog.getTranslation(
                            "pivot.saved.version",
                            Integer.toString(version.number()),
                            time(version.savedAt()),
                            version.savedBy() == null ? "" : version.savedBy()),
                    version.number() == pivot.version(),
                    () -> {
                        dialog.close();
                        open.accept(pivot, Optional.of(version.number()));
                    });
        }
        if (pivot.mayWrite()) {
            menu.item(dialog.getTranslation("pivot.saved.note"), false, () -> note(pivot, refresh));
        }
        if (pivot.mine()) {
            menu.item(dialog.getTranslation("pivot.saved.share"), false, () -> share(pivot));
            menu.item(dialog.getTranslation("pivot.saved.delete"), false, () -> delete(pivot, refresh));
        }
        Div named = new Div(name);
        named.addClassName("named");
        if (!pivot.note().isEmpty()) {
            Span note = new Span(pivot.note());
            note.addClassNames("hint", "note-of");
            note.setTitle(pivot.note());
            named.add(note);
        }
        Div row = new Div(named, remark, more);
        row.addClassName("kp");
        return row;
    }

    private void note(SavedPivot pivot, Runnable refresh) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("pivot.saved.note.title", pivot.name()));
        TextArea text = new TextArea(dialog.getTranslation("pivot.saved.note"));
        text.setHelperText(dialog.getTranslation("pivot.saved.note.hint"));
        text.setMaxLength(SavedPivot.MOST_NOTE);
        text.setValue(pivot.note());
        text.setMinRows(4);
        Div form = new Div(text);
        form.addClassName("keep");
        dialog.add(form);
        dialog.getFooter()
                .add(
                        Buttons.plain(dialog.getTranslation("pivot.cancel"), dialog::close),
                        Buttons.primary(dialog.getTranslation("pivot.save"), () -> {
                            pivots.note(user, pivot.id(), text.getValue());
                            dialog.close();
                            refresh.run();
                        }));
        dialog.open();
    }

    private void delete(SavedPivot pivot, Runnable refresh) {
        Dialog sure = new Dialog();
        sure.setHeaderTitle(sure.getTranslation("pivot.saved.delete.sure", pivot.name()));
        sure.getFooter()
                .add(
                        Buttons.plain(sure.getTranslation("pivot.cancel"), sure::close),
                        Buttons.primary(sure.getTranslation("pivot.saved.delete"), () -> {
                            pivots.delete(user, pivot.id());
                            sure.close();
                            refresh.run();
                        }));
        sure.open();
    }

    /** Who else may open it, and who may save it too. */
    private void share(SavedPivot pivot) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("pivot.saved.share.title", pivot.name()));
        List<SavedPivot.Grant> grants = pivots.grants(user, pivot.id());
        Checkbox everybody = new Checkbox(dialog.getTranslation("pivot.saved.everybody"));
        everybody.setValue(grants.stream().anyMatch(grant -> grant.grantee().equals(SavedPivot.EVERYBODY)));
        TextField readers = logins(dialog, "pivot.saved.readers", grants, false);
        TextField writers = logins(dialog, "pivot.saved.writers", grants, true);
        Span note = new Span(dialog.getTranslation("pivot.saved.share.note"));
        note.addClassName("hint");
        Div form = new Div(everybody, readers, writers, note);
        form.addClassName("keep");
        dialog.add(form);
        dialog.getFooter()
                .add(
                        Buttons.plain(dialog.getTranslation("pivot.cancel"), dialog::close),
                        Buttons.primary(dialog.getTranslation("pivot.saved.share"), () -> {
                            List<SavedPivot.Grant> next = new ArrayList<>();
                            if (everybody.getValue()) {
                                next.add(new SavedPivot.Grant(SavedPivot.EVERYBODY, false));
                            }
                            List<String> write = split(writers).toList();
                            write.forEach(login -> next.add(new SavedPivot.Grant(login, true)));
                            split(readers)
                                    .filter(login -> !write.contains(login))
                                    .forEach(login -> next.add(new SavedPivot.Grant(login, false)));
                            pivots.share(user, pivot.id(), next);
                            dialog.close();
                        }));
        dialog.open();
    }

    private static TextField logins(Dialog dialog, String key, List<SavedPivot.Grant> grants, boolean write) {
        TextField field = new TextField(dialog.getTranslation(key));
        field.setHelperText(dialog.getTranslation("pivot.saved.logins"));
        field.setValue(String.join(
                ", ",
                grants.stream()
                        .filter(grant ->
                                grant.mayWrite() == write && !grant.grantee().equals(SavedPivot.EVERYBODY))
                        .map(SavedPivot.Grant::grantee)
                        .toList()));
        return field;
    }

    private static Stream<String> split(TextField field) {
        return Arrays.stream(field.getValue().split("[,，;；\\s]+"))
                .map(login -> login.toLowerCase(Locale.ROOT))
                .filter(login -> !login.isEmpty())
                .distinct();
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
