package org.dovetail.tables.parquet;

import java.util.Map;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;

/** Describes columns as a VOTable without data. */
final class VoTableHeader {

    private VoTableHeader() {}

    static String of(Schema schema, Map<String, String> entries) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?>\n"
                + "<VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>\n"
                + "<RESOURCE>\n<TABLE name='catalog'>\n");
        entries.forEach((name, text) -> xml.append("<PARAM arraysize='*' datatype='char'")
                .append(attribute("name", name))
                .append(" value='" + escaped(text) + "'")
                .append("/>\n"));
        schema.columns().forEach(column -> field(xml, column));
        return xml.append("</TABLE>\n</RESOURCE>\n</VOTABLE>\n").toString();
    }

    private static void field(StringBuilder xml, Column column) {
        String type = switch (column.type()) {
            case DOUBLE -> "double";
            case FLOAT -> "float";
            case LONG -> "long";
            case INT -> "int";
            case BOOLEAN -> "boolean";
        };
        xml.append("<FIELD")
                .append(attribute("name", column.name()))
                .append(attribute("datatype", type))
                .append(attribute("unit", column.unit()))
                .append(attribute("ucd", column.ucd()));
        if (column.doc().isEmpty()) {
            xml.append("/>\n");
        } else {
            xml.append("><DESCRIPTION>" + escaped(column.doc()) + "</DESCRIPTION></FIELD>\n");
        }
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "='" + escaped(value) + "'";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;");
    }
}
