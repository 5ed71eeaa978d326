package org.shapan.engine.catalog;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shapan.engine.api.EngineException;

/** Whatever the text, reading ends in a catalog or in a typed error. */
class CatalogReaderFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final String SEED_TEXT = """
            <?xml version='1.0'?><Schema name='S' xmlns:sp='https://shapan.org/catalog/1' sp:naming='ssas'>
            <Dimension name='D' type='TimeDimension'><sp:Caption locale='zh'>维</sp:Caption><Hierarchy hasAll='true' primaryKey='k'>
            <Join leftKey='a' rightKey='b'><Table name='t'/><Table name='u' alias='v'/></Join>
            <Level name='L' column='c' uniqueMembers='true' levelType='TimeYears'><Property name='P' column='p' type='Numeric'/></Level>
            </Hierarchy></Dimension><Cube name='C'><Table name='f'><AggName name='g'><AggFactCount column='n'/></AggName></Table>
            <DimensionUsage name='D' source='D' foreignKey='d' level='L'/><Measure name='M' column='m' aggregator='sum' sp:aggregation='last'/>
            <CalculatedMember name='X' dimension='Measures'><Formula><![CDATA[ 1 + 1 ]]></Formula></CalculatedMember></Cube>
            <Role name='R'><SchemaGrant access='none'><CubeGrant cube='C' access='all'><HierarchyGrant hierarchy='[D]' access='custom'>
            <MemberGrant member='[D].[x]' access='all'/></HierarchyGrant></CubeGrant></SchemaGrant></Role></Schema>""";
    private static final String[] BITS = {
        "<",
        ">",
        "&",
        "'",
        "\"",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x",
        "&#0;",
        "&#x10FFFF;",
        "&lt;",
        "\0",
        "\uD800",
        "\uFFFE",
        "sp:",
        "xmlns=''",
        "<Cube>",
        "</Cube>",
        "<Schema name='x'>",
        "<Table/>",
        "name=''",
        "=",
        "/",
        "\r\n",
        "\t",
        "维",
        "<!DOCTYPE a>",
        "<SQL dialect='x'>"
    };

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final CatalogReader reader = new CatalogReader(CatalogLimits.DEFAULTS, file -> {
        throw new UncheckedIOException(new IOException("no includes here"));
    });

    @Test
    void mutatedCatalogsEndInACatalogOrATypedError() {
        System.out.println("catalog fuzz seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(SEED_TEXT);
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                mutate(text);
            }
            read(text.toString());
        }
    }

    @Test
    void randomCharactersEndInATypedError() {
        System.out.println("catalog fuzz seed " + seed);
        for (int round = 0; round < ROUNDS / 4; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(
                        random.nextInt(3) == 0 ? BITS[random.nextInt(BITS.length)] : "" + (char) random.nextInt(0x300));
            }
            read(text.toString());
        }
    }

    @Test
    void deepAndLongTextsEndInATypedError() {
        read("<a>".repeat(100_000));
        read("<Schema name='" + "x".repeat(1_000_000) + "'/>");
        read("<Schema " + "a='1' ".repeat(100) + "/>");
        read("<Schema name='S'>" + "<Role name='R'/>".repeat(10_000) + "</Schema>");
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, BITS[random.nextInt(BITS.length)]);
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
            case 2 -> text.setCharAt(at, (char) random.nextInt(0x200));
            default -> {
                int end = Math.min(text.length(), at + random.nextInt(80));
                text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
        if (text.isEmpty()) {
            text.append('<');
        }
    }

    private void read(String text) {
        try {
            reader.read("fuzz.xml", text);
        } catch (EngineException expected) {
            if (expected.region().isEmpty()) {
                fail("seed %d: no place in %s", seed, expected.getMessage());
            }
        } catch (RuntimeException e) {
            fail("seed " + seed + " with: " + text, e);
        }
    }
}
