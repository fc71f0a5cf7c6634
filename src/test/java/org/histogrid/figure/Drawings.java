package org.histogrid.figure;

import java.util.List;
import java.util.stream.Stream;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Text;

/// Looks into drawings.
final class Drawings {

    private Drawings() {}

    static List<Group> groups(Drawing drawing, String kind) {
        return all(drawing.items())
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .filter(group -> group.kind().equals(kind))
                .toList();
    }

    static List<Text> texts(Drawing drawing) {
        return of(Text.class, drawing.items());
    }

    static List<String> texts(Drawing drawing, String kind) {
        return texts(drawing).stream()
                .filter(text -> text.kind().equals(kind))
                .map(Text::text)
                .toList();
    }

    static <T extends Item> List<T> of(Class<T> type, List<Item> items) {
        return all(items).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Item> all(List<Item> items) {
        return items.stream()
                .flatMap(item -> item instanceof Group group
                        ? Stream.concat(Stream.of(item), all(group.items()))
                        : Stream.of(item));
    }
}
