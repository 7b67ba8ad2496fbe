package dev.sealpost.whatsapp.request;

import dev.sealpost.configuration.YamlMap;
import dev.sealpost.configuration.YamlNode;
import java.util.List;

/** The sections of a list: ten rows at most in all of them, and titles where there is more than one section. */
final class ListMessageShape {

    private static final int MOST_ROWS = 10;
    private static final int MOST_SECTIONS = 10;
    private static final int LABEL = 20;
    private static final int TITLE = 24;
    private static final int ROW_ID = 200;
    private static final int DESCRIPTION = 72;

    private ListMessageShape() {}

    static Shape action() {
        GroupShape row = GroupShape.empty()
                .required("id", TextShape.of(ROW_ID))
                .required("title", TextShape.of(TITLE))
                .optional("description", TextShape.of(DESCRIPTION));
        GroupShape section = GroupShape.empty()
                .optional("title", TextShape.of(TITLE))
                .required("rows", new ListShape(row, MOST_ROWS));
        return GroupShape.empty()
                .required("button", TextShape.of(LABEL))
                .required(
                        "sections",
                        new CheckedShape(new ListShape(section, MOST_SECTIONS), ListMessageShape::checkSections));
    }

    private static void checkSections(YamlNode sections) {
        List<YamlMap> maps = sections.list().stream().map(YamlNode::map).toList();
        long rows = maps.stream().mapToLong(ListMessageShape::rows).sum();
        if (rows > MOST_ROWS) {
            sections.fault("have " + rows + " rows in all", List.of("1 to " + MOST_ROWS), "");
        }
        if (maps.size() > 1
                && maps.stream().anyMatch(section -> section.find("title").isEmpty())) {
            sections.fault("need a title each, because there are several", List.of(), "");
        }
    }

    private static long rows(YamlMap section) {
        return section.find("rows")
                .filter(YamlNode::isList)
                .map(rows -> rows.list().size())
                .orElse(0);
    }
}
