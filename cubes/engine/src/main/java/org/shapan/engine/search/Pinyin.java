package org.shapan.engine.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The readings of Chinese characters, all of them: which one a name takes (重庆 Chongqing, 重山 Zhongshan) no table knows for sure. */
final class Pinyin {
    private static final ConcurrentMap<Character, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** Syllables in small letters without tones, ü as v; empty for what is not Chinese. */
    static List<String> readings(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                ? READINGS.computeIfAbsent(c, Pinyin::look)
                : List.of();
    }

    private static List<String> look(char c) {
        return PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL).stream()
                .map(reading -> reading.toLowerCase(Locale.ROOT).replace('ü', 'v'))
                .filter(reading ->
                        !reading.isEmpty() && reading.chars().allMatch(letter -> letter >= 'a' && letter <= 'z'))
                .distinct()
                .toList();
    }
}
