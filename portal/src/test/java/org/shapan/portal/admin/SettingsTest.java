package org.shapan.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shapan.portal.admin.EffectiveSettings.Setting;
import org.shapan.portal.admin.EffectiveSettings.Source;
import org.shapan.portal.text.Language;
import org.shapan.portal.text.Texts;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {
    @Test
    void theScreenShowsWhatTheDocumentationLists() throws Exception {
        Map<String, String> shown = new EffectiveSettings(new StandardEnvironment())
                .all().stream()
                        .collect(Collectors.toMap(Setting::name, Setting::otherwise, (a, b) -> a, LinkedHashMap::new));

        assertThat(shown).isEqualTo(documented());
    }

    @Test
    void everySettingIsExplainedInBothLanguages() {
        Texts texts = new Texts();
        for (Setting setting : new EffectiveSettings(new StandardEnvironment()).all()) {
            for (Language language : Language.values()) {
                assertThat(texts.keys(language)).contains("settings." + setting.name());
            }
        }
    }

    @Test
    void valuesSayWhereTheyComeFromAndSecretsAreNotTold() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "SHAPAN_WAREHOUSE_MEMORY_LIMIT", "1GB",
                                        "SHAPAN_ADMIN_PASSWORD", "one grain of sand",
                                        "SPRING_MAIL_PASSWORD", "two grains of sand",
                                        "SERVER_SSL_CERTIFICATE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY----- grain",
                                        "SHAPAN_JAVA_OPTS", "-Dspring.mail.password=three")));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commandLineArgs", Map.of("shapan.query.timeout", "20")));
        List<Setting> all = new EffectiveSettings(environment).all();
        Map<String, Setting> byName = all.stream().collect(Collectors.toMap(Setting::name, Function.identity()));

        assertThat(byName.get("shapan.warehouse.memory-limit").value()).isEqualTo("1GB");
        assertThat(byName.get("shapan.warehouse.memory-limit").source()).isEqualTo(Source.ENVIRONMENT);
        assertThat(byName.get("shapan.query.timeout").source()).isEqualTo(Source.COMMAND_LINE);
        assertThat(byName.get("shapan.audit.keep"))
                .isEqualTo(new Setting("shapan.audit.keep", "400d", null, Source.DEFAULT));
        assertThat(byName.get("SHAPAN_ADMIN_PASSWORD").value()).isEqualTo("***");
        assertThat(byName.get("server.ssl.certificate-private-key").value()).isEqualTo("***");
        assertThat(all.toString()).doesNotContain("grain").doesNotContain("three");
    }

    /** Names and defaults of the table in docs/operations.md. */
    private static Map<String, String> documented() throws Exception {
        Map<String, String> documented = new LinkedHashMap<>();
        Pattern row = Pattern.compile("^\\| `([^`]+)` \\| ([^|]*) \\| [^|]+ \\|$");
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/operations.md"))) {
            inside = inside ? line.startsWith("|") : line.startsWith("| Setting |");
            Matcher setting = row.matcher(line);
            if (inside && setting.find()) {
                documented.put(setting.group(1), setting.group(2).replace("`", ""));
            }
        }
        assertThat(documented).hasSizeGreaterThan(40);
        return documented;
    }
}
