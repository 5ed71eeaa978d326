package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.INTEGER;

import org.shapan.engine.calc.eval.Scalars;

/** Colours as cell properties such as BACK_COLOR take them: red + 256 · green + 65,536 · blue. */
final class Colours implements Family {
    private static final int MOST = 255;

    /** The sixteen colours of old screens: black to grey, then the same bright ones. */
    private static final int[] SCREEN = {
        0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080, 0xC0C0C0,
        0x808080, 0xFF0000, 0x00FF00, 0xFFFF00, 0x0000FF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
    };

    @Override
    public void define(FunctionTable.Builder table) {
        ValueFunctions.strict(
                table,
                "RGB(<Numeric>, <Numeric>, <Numeric>)",
                INTEGER,
                "The number of a colour of red, green and blue, each from 0 to 255; what is above is taken for 255.",
                a -> share(a, 0) + 256 * share(a, 1) + 65_536 * share(a, 2));
        ValueFunctions.strict(
                table,
                "QBColor(<Numeric>)",
                INTEGER,
                "The number of one of sixteen colours: 0 black, 1 blue, 2 green, 3 cyan, 4 red, 5 magenta, 6 yellow, 7 white, 8 grey,"
                        + " and 9 to 15 the bright ones of 1 to 7.",
                a -> screen(a.whole(0)));
    }

    private static int share(Arguments a, int index) {
        int share = a.whole(index);
        if (share < 0) {
            throw Scalars.error("A share of a colour cannot be negative: " + share);
        }
        return Math.min(MOST, share);
    }

    private static int screen(int number) {
        if (number < 0 || number >= SCREEN.length) {
            throw Scalars.error("QBColor knows colours 0 to 15, not " + number);
        }
        return SCREEN[number];
    }
}
