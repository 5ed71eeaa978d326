package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.feed.Profile;

/** The frame of a province has the sizes of its profile (domain §4.1), with codes of their own, also where names repeat. */
class ProvinceTest {
    private static final Pattern HEAP = Pattern.compile("SHAPAN_JAVA_OPTS=-Xmx(\\d+)m,");
    /** Part of -Xmx that a serial collector calls its heap, at least. */
    private static final double USABLE = 0.96;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void everyProfileHasAsManyOfEachAsTheDomainSays(Profile profile) {
        Province province = Province.of(profile, GeneratorOptions.DEFAULT_SEED);

        assertThat(province.geography().cities())
                .hasSize(profile.cities())
                .extracting(Geography.City::code)
                .doesNotHaveDuplicates();
        assertThat(province.geography().branches())
                .hasSize(profile.branches())
                .extracting(Geography.Branch::code)
                .doesNotHaveDuplicates();
        assertThat(province.geography().areas())
                .hasSize(profile.areas())
                .extracting(Geography.Area::code)
                .doesNotHaveDuplicates();
        assertThat(province.network().channels()).extracting(Channel::code).doesNotHaveDuplicates();
        assertThat(province.network().channels().size())
                .as("index of a channel in Customers")
                .isLessThan(Short.MAX_VALUE);
        assertThat(province.groups().groups())
                .hasSize(profile.groups())
                .extracting(GroupRegister.Group::code)
                .doesNotHaveDuplicates();
        assertThat(province.sps().companies())
                .hasSize(profile.spCompanies())
                .extracting(SpRegister.Company::code)
                .doesNotHaveDuplicates();
        assertThat(province.sps().codes())
                .hasSize(profile.spCodes())
                .extracting(SpRegister.Code::code)
                .doesNotHaveDuplicates();
        assertThat(province.plans().plans())
                .hasSize(profile.plans())
                .extracting(PlanBook.Plan::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void aProvinceThatDoesNotFitIntoTheHeapIsRefusedBeforeAnythingIsWritten() {
        Path out = directory.resolve("province");
        GeneratorOptions options = GeneratorOptions.of(Profile.PROVINCE, out);

        assertThatExceptionOfType(NotEnoughMemoryException.class)
                .isThrownBy(() -> Generator.generate(options, Progress.NONE))
                .withMessageContaining("profile province needs about")
                .satisfies(e -> {
                    Matcher heap = HEAP.matcher(e.remedy());
                    assertThat(heap.find()).isTrue();
                    assertThat(USABLE * (Long.parseLong(heap.group(1)) << 20))
                            .isGreaterThan(Generator.heap(Profile.PROVINCE));
                });
        assertThat(out).doesNotExist();
    }
}
