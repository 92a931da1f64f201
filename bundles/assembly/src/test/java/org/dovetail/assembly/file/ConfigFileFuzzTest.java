package org.dovetail.assembly.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Random files in every layout that people use, changed at random places: all other bytes stay.
 *
 * <p>Every number of a file is there once, so the expected text of a change is a replacement.
 */
class ConfigFileFuzzTest {

    private static final String[] COMMENTS = {"", "", "", "  # why", " # {not: [yaml", "\t#\ttabs"};

    private static final String[] LINES = {
        "", "", "", "# a line of its own\n", "\n", "      # deep\n"
    };

    private Random random = new Random(0);
    private int number = 1000;
    private final List<String> paths = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private String end = "\n";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void changeTouchesNothingElse(long seed) {
        random = new Random(seed);
        for (int file = 0; file < 10; file++) {
            paths.clear();
            blocks.clear();
            end = random.nextInt(4) == 0 ? "\r\n" : "\n";
            String text = block("", 0, 4).replace("\n", end);
            if (random.nextInt(5) == 0) {
                text = text.stripTrailing();
            }
            ConfigFile before = new ConfigFile("f", text);
            for (int i = 0; i < 8 && !paths.isEmpty(); i++) {
                replaced(before);
                added(before);
            }
        }
    }

    private void replaced(ConfigFile before) {
        String path = paths.get(random.nextInt(paths.size()));
        String old = path.substring(path.indexOf('=') + 1);
        String place = path.substring(0, path.indexOf('='));
        ConfigFile after = before.set(place, "7");
        assertEquals(before.text().replace(old, "7"), after.text(), place);
        assertEquals(before, after.set(place, old), "there and back");
    }

    private void added(ConfigFile before) {
        String block = blocks.get(random.nextInt(blocks.size()));
        String place = (block.isEmpty() ? "" : block + ".") + "added.deep";
        String text = before.text();
        String after = before.set(place, "7").text();
        int same = 0;
        while (same < text.length() && text.charAt(same) == after.charAt(same)) {
            same++;
        }
        int longer = after.length() - text.length();
        assertEquals(
                text.substring(same),
                after.substring(same + longer),
                () -> "only something new between the old: " + after);
        Object value = new Load(LoadSettings.builder().build()).loadFromString(after);
        assertEquals(7, EditModel.at(value, List.of((Object[]) place.split("\\."))));
    }

    private String block(String path, int indent, int depth) {
        blocks.add(path);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            String key = (random.nextBoolean() ? "k" : "k-") + number++;
            String place = path.isEmpty() ? key : path + "." + key;
            text.append(LINES[random.nextInt(LINES.length)]);
            text.append(" ".repeat(indent)).append(quoted(key)).append(':');
            text.append(value(place, indent, depth));
        }
        return text.toString();
    }

    private String quoted(String key) {
        return switch (random.nextInt(6)) {
            case 0 -> "'" + key + "'";
            case 1 -> '"' + key + '"';
            default -> key;
        };
    }

    private String comment() {
        return COMMENTS[random.nextInt(COMMENTS.length)] + "\n";
    }

    private String value(String place, int indent, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0 -> " " + leaf(place) + comment();
            case 1 -> "   [" + number++ + ",  " + number++ + "]" + comment();
            case 2 -> " >-\n" + " ".repeat(indent + 2) + "folded text # no comment\n";
            case 3 -> " 'it''s'" + comment();
            case 4 -> " " + flow(place, depth - 1) + comment();
            case 5 -> comment() + list(place, indent, depth);
            default -> comment() + block(place, indent + 1 + random.nextInt(4), depth - 1);
        };
    }

    private String leaf(String place) {
        paths.add(place + "=" + number);
        return Integer.toString(number++);
    }

    private String flow(String path, int depth) {
        blocks.add(path);
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(3); i > 0; i--) {
            String key = "f" + number++;
            text.append(text.length() == 1 ? " " : ",  ").append(key).append(": ");
            boolean deep = depth > 0 && random.nextBoolean();
            text.append(deep ? flow(path + "." + key, depth - 1) : leaf(path + "." + key));
        }
        return text.append(random.nextBoolean() ? " }" : "}").toString();
    }

    private String list(String path, int indent, int depth) {
        StringBuilder text = new StringBuilder();
        int dash = indent + random.nextInt(3);
        int size = random.nextInt(3) + 1;
        for (int i = 0; i < size; i++) {
            String place = path + "[" + i + "]";
            text.append(" ".repeat(dash)).append("- ");
            if (random.nextBoolean()) {
                text.append(leaf(place)).append(comment());
            } else {
                String key = "m" + number++;
                text.append(key).append(": ").append(leaf(place + "." + key)).append(comment());
            }
        }
        return text.toString();
    }
}
