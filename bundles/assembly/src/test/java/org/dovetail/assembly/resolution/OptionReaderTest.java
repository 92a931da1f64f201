package org.dovetail.assembly.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.dovetail.assembly.config.Layer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "a",
                "mesh@1.0.0",
                "no",
                "0",
                "-0",
                "12",
                "-12",
                "007",
                "1.5",
                "-1.25",
                "0.0",
                "2147483648",
                "123456789012",
                "nan",
                "y2k-x_1",
                "1.50"
            })
    void simpleValuesMeanWhatYamlSays(String text) {
        Layer layer = Layer.set("a=" + text);
        Object yaml = Raw.plain(new YamlReader(layer, new Findings()).read(text).orElseThrow());
        assertEquals(yaml, OptionReader.simple(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "True",
                "null",
                "NULL",
                "~",
                "[1]",
                "1.",
                "-",
                "-.5",
                ".5",
                "1e3",
                "0x1f",
                "'a'",
                "a b",
                "1.2.3",
                "--1",
                "1-2",
                "12345678901234567890"
            })
    void otherValuesAreLeftToYaml(String text) {
        assertNull(OptionReader.simple(text));
    }
}
