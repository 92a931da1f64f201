package org.dovetail.tables.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.tables.Samples;
import org.junit.jupiter.api.Test;

/**
 * Compares bytes with the specification, by hand. Whole files were read with DuckDB 1.3.2 and
 * hyparquet: all values came back.
 */
class ParquetWriterTest {

    @Test
    void pageOfTwoNumbersIsAsSpecified() throws IOException {
        Schema.Builder schema = new Schema.Builder();
        Key key = schema.add("n", Type.INT, "", "", "");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 2);
        table.setWhole(key, 0, 1);
        table.setWhole(key, 1, -2);
        byte[] file = write(table.build(), 10);
        String hex = HexFormat.of().formatHex(file);
        String header = "1500" + "1510" + "1510" // a data page of 8 bytes, not compressed
                + "2c" + "1504" + "1500" + "1506" + "1506" + "00" + "00"; // two plain values
        assertEquals("50415231" + header + "01000000" + "feffffff", hex.substring(0, 58));
    }

    @Test
    void flagsAreBits() throws IOException {
        Schema.Builder schema = new Schema.Builder();
        Key key = schema.add("b", Type.BOOLEAN, "", "", "");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 9);
        table.setFlag(key, 0, true);
        table.setFlag(key, 3, true);
        table.setFlag(key, 8, true);
        byte[] file = write(table.build(), 10);
        assertEquals("0901", HexFormat.of().formatHex(file, 21, 23));
    }

    @Test
    void fileEndsWithTheLengthOfItsMetadata() throws IOException {
        byte[] file = write(Samples.catalog(100), 30);
        ByteBuffer end = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = end.getInt(file.length - 8);
        String text = new String(file, file.length - 8 - length, length, StandardCharsets.UTF_8);
        assertEquals(1, text.split("<FIELD name='flux' ", -1).length - 1);
        assertEquals("PAR1", new String(file, file.length - 4, 4, StandardCharsets.US_ASCII));
    }

    private static byte[] write(Catalog catalog, int rowsPerGroup) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ParquetWriter(catalog, Map.of(), rowsPerGroup).write(bytes);
        return bytes.toByteArray();
    }
}
