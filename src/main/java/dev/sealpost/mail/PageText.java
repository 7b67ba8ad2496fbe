package dev.sealpost.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines a person reads in an HTML page. Nothing of it is fetched or run. */
final class PageText implements NodeVisitor {

    private static final char NO_BREAK_SPACE = '\u00A0';

    private final StringBuilder lines = new StringBuilder();

    private PageText() {}

    static String of(String html) {
        PageText text = new PageText();
        Element page = Jsoup.parse(html).body();
        page.select("script, style, template, head").remove();
        page.traverse(text);
        return text.lines.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            lines.append(text.getWholeText().replace(NO_BREAK_SPACE, ' ').replaceAll("\\s+", " "));
        } else if (breaksLine(node)) {
            newLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (breaksLine(node)) {
            newLine();
        } else if (node.nodeName().equals("td") || node.nodeName().equals("th")) {
            lines.append(' ');
        }
    }

    private static boolean breaksLine(Node node) {
        boolean cell = node.nodeName().equals("td") || node.nodeName().equals("th");
        return node instanceof Element element
                && !cell
                && (element.isBlock() || element.nodeName().equals("br"));
    }

    private void newLine() {
        if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n') {
            lines.append('\n');
        }
    }
}
