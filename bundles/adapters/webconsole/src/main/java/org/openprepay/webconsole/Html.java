package org.openprepay.webconsole;

/** Builds HTML in which every value is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    Html heading(String text) {
        out.append("<h3>").append(escaped(text)).append("</h3>\n");
        return this;
    }

    Html tableOf(String... titles) {
        out.append("<table class=\"nicetable\"><thead>");
        cells("th", titles);
        out.append("</thead><tbody>\n");
        return this;
    }

    Html row(Object... values) {
        cells("td", values);
        return this;
    }

    Html endTable() {
        out.append("</tbody></table>\n");
        return this;
    }

    String text() {
        return out.toString();
    }

    private void cells(String tag, Object... values) {
        out.append("<tr>");
        for (Object value : values) {
            String text = escaped(String.valueOf(value));
            out.append('<').append(tag).append('>').append(text);
            out.append("</").append(tag).append('>');
        }
        out.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
