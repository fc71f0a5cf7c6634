package org.histogrid.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A picture as a list of what is drawn, in this order. Lengths are points of 1/72 inch, from the top left
/// corner rightwards and downwards; colours are `#rrggbb`.
record Drawing(double width, double height, FigureFont font, List<Item> items) {

    Drawing {
        items = List.copyOf(items);
    }

    /// All of it, in the order in which it is drawn.
    Stream<Text> texts() {
        return texts(items);
    }

    private static Stream<Text> texts(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Group group -> texts(group.items());
            case Text text -> Stream.of(text);
            case Line _, Path _ -> Stream.<Text>of();
        });
    }

    sealed interface Item permits Group, Line, Path, Text {}

    /// Items that belong together.
    ///
    /// @param kind its class in SVG, such as `panel`
    /// @param description the items in words; may be empty
    /// @param clip outside of which nothing of it is drawn
    record Group(String kind, String description, Optional<Box> clip, List<Item> items) implements Item {
        Group {
            items = List.copyOf(items);
        }

        static Group of(String kind, List<? extends Item> items) {
            return new Group(kind, "", Optional.empty(), List.copyOf(items));
        }
    }

    /// A straight line.
    record Line(double x1, double y1, double x2, double y2, Pen pen) implements Item {}

    /// Straight lines from corner to corner, in one or more parts; filling closes each part, the pen does
    /// not.
    ///
    /// @param kind its class in SVG, such as `line`
    /// @param parts of each part x, y, x, y, ...
    record Path(String kind, List<double[]> parts, Optional<Fill> fill, Optional<Pen> pen) implements Item {
        Path {
            parts = List.copyOf(parts);
        }

        static Path box(String kind, Box box, Optional<Fill> fill, Optional<Pen> pen) {
            var corners = new double[] {
                box.left(),
                box.top(),
                box.right(),
                box.top(),
                box.right(),
                box.bottom(),
                box.left(),
                box.bottom(),
                box.left(),
                box.top()
            };
            return new Path(kind, List.of(corners), fill, pen);
        }
    }

    /// One line of text.
    ///
    /// @param kind its class in SVG, such as `tick`
    /// @param x where its anchor stands
    /// @param y its base line
    /// @param turned whether it reads upwards instead of rightwards
    /// @param haloed whether a white rim keeps it readable over lines
    /// @param box the room it takes
    record Text(
            String kind,
            String text,
            double x,
            double y,
            double size,
            Anchor anchor,
            boolean turned,
            boolean haloed,
            String colour,
            Box box)
            implements Item {

        /// Distance from the anchor to the start of the text.
        double start() {
            var length = turned ? box.height() : box.width();
            return switch (anchor) {
                case START -> 0;
                case MIDDLE -> -length / 2;
                case END -> -length;
            };
        }
    }

    /// Which part of a text stands at its place.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// @param dash lengths of strokes and gaps in turn; empty for a line without gaps
    record Pen(String colour, double width, List<Double> dash) {
        Pen {
            dash = List.copyOf(dash);
        }

        Pen(String colour, double width) {
            this(colour, width, List.of());
        }
    }

    /// @param opacity from 0 to 1, of the colour, not of the hatch
    record Fill(String colour, double opacity, Optional<Hatch> hatch) {}

    /// Parallel lines over an area. Lines of the same hatch in different areas continue each other.
    record Hatch(HatchKind kind, double distance, Pen pen) {
        /// All lines that meet a box; they may reach beyond it.
        List<Line> lines(Box box) {
            return kind.lines(distance, box).stream()
                    .map(ends -> new Line(ends[0], ends[1], ends[2], ends[3], pen))
                    .toList();
        }
    }

    record Box(double left, double top, double right, double bottom) {
        /// The least box that holds all corners.
        static Box around(List<double[]> parts) {
            var left = Double.POSITIVE_INFINITY;
            var top = Double.POSITIVE_INFINITY;
            var right = Double.NEGATIVE_INFINITY;
            var bottom = Double.NEGATIVE_INFINITY;
            for (var part : parts) {
                for (var index = 0; index < part.length; index += 2) {
                    left = Math.min(left, part[index]);
                    right = Math.max(right, part[index]);
                    top = Math.min(top, part[index + 1]);
                    bottom = Math.max(bottom, part[index + 1]);
                }
            }
            return new Box(left, top, right, bottom);
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        double centre() {
            return (left + right) / 2;
        }

        double middle() {
            return (top + bottom) / 2;
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        Box grownBy(double by) {
            return new Box(left - by, top - by, right + by, bottom + by);
        }
    }
}
