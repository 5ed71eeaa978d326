package org.shapan.portal.admin;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.shapan.portal.account.Roles;
import org.shapan.portal.admin.EffectiveSettings.Setting;
import org.shapan.portal.admin.EffectiveSettings.Source;
import org.shapan.portal.frame.MainLayout;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.State;

/** The settings in effect: value, default, where the value comes from, what it means. To be read only: settings are of the process. */
@Route(value = "admin/settings", layout = MainLayout.class)
@RolesAllowed(Roles.ADMIN)
public class SettingsView extends AdminView {
    SettingsView(EffectiveSettings settings) {
        super(Section.SETTINGS);
        List<Setting> all = settings.all();
        long set = all.stream()
                .filter(setting -> setting.source() != Source.DEFAULT)
                .count();
        path(Section.SETTINGS, getTranslation("admin.settings.count", all.size(), set));
        RankingTable<Setting> table = new RankingTable<>(List.of(
                RankingColumn.mark(setting -> setting.source() == Source.DEFAULT ? State.NONE : State.GREEN),
                RankingColumn.name(getTranslation("admin.settings.name"), Setting::name, null),
                RankingColumn.text(
                        getTranslation("admin.settings.value"),
                        setting -> setting.value() == null ? otherwise(setting) : setting.value()),
                RankingColumn.text(
                        getTranslation("admin.settings.source"),
                        setting -> getTranslation("admin.settings.source." + setting.source())),
                RankingColumn.text(getTranslation("admin.settings.default"), this::otherwise),
                RankingColumn.text(
                        getTranslation("admin.settings.meaning"),
                        setting -> getTranslation("settings." + setting.name()))));
        table.addClassName("settings");
        table.show(all, null);
        add(new Card(getTranslation("admin.section.SETTINGS"))
                .remark(getTranslation("admin.settings.note"))
                .flush()
                .grow()
                .body(table));
    }

    /** Most defaults are values; the others are words. */
    private String otherwise(Setting setting) {
        String key =
                "admin.settings.words." + setting.otherwise().replace("'", "").replace(' ', '-');
        String words = getTranslation(key);
        return words.startsWith("!") ? setting.otherwise() : words;
    }
}
