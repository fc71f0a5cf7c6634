package org.histogrid.figure;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.histogrid.figure.Drawing.Anchor;
import org.histogrid.figure.Drawing.Box;
import org.histogrid.figure.Drawing.Fill;
import org.histogrid.figure.Drawing.Group;
import org.histogrid.figure.Drawing.Hatch;
import org.histogrid.figure.Drawing.Item;
import org.histogrid.figure.Drawing.Line;
import org.histogrid.figure.Drawing.Path;
import org.histogrid.figure.Drawing.Pen;
import org.histogrid.figure.Drawing.Text;

/// Writes a drawing as SVG: real text, a group with a class for each part, attributes instead of a style
/// sheet, which editors read best.
final class SvgRenderer {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;
    private final Map<Hatch, String> hatches = new HashMap<>();
    private int clips;

    private SvgRenderer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String render(Drawing drawing, String title) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new SvgRenderer(xml).write(drawing, title);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Drawing drawing, String title) throws XMLStreamException {
        var width = Points.text(drawing.width());
        var height = Points.text(drawing.height());
        xml.writeStartDocument("UTF-8", "1.0");
        start("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("width", width + "pt");
        attribute("height", height + "pt");
        attribute("viewBox", "0 0 %s %s".formatted(width, height));
        attribute("role", "img");
        attribute("font-family", drawing.font().families());
        // Letters stand as they were measured
        attribute("style", "font-kerning:none");
        element("title", title.isBlank() ? "Histograms" : title);
        for (var item : drawing.items()) {
            write(item);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Item item) throws XMLStreamException {
        switch (item) {
            case Group group -> write(group);
            case Line line -> write(line);
            case Path path -> write(path);
            case Text text -> write(text);
        }
    }

    private void write(Group group) throws XMLStreamException {
        var clip = Optional.<String>empty();
        if (group.clip().isPresent()) {
            clip = Optional.of(defineClip(group.clip().get()));
        }
        start("g");
        attribute("class", group.kind());
        if (clip.isPresent()) {
            attribute("clip-path", "url(#" + clip.get() + ")");
        }
        if (!group.description().isBlank()) {
            element("title", group.description());
        }
        for (var item : group.items()) {
            write(item);
        }
        xml.writeEndElement();
    }

    private String defineClip(Box box) throws XMLStreamException {
        var id = "clip-" + ++clips;
        start("clipPath");
        attribute("id", id);
        xml.writeEmptyElement("rect");
        number("x", box.left());
        number("y", box.top());
        number("width", box.width());
        number("height", box.height());
        xml.writeEndElement();
        return id;
    }

    private void write(Line line) throws XMLStreamException {
        xml.writeEmptyElement("line");
        number("x1", line.x1());
        number("y1", line.y1());
        number("x2", line.x2());
        number("y2", line.y2());
        pen(line.pen());
    }

    private void write(Path path) throws XMLStreamException {
        var corners = corners(path.parts());
        var hatch = path.fill().flatMap(Fill::hatch);
        if (hatch.isPresent()) {
            // The hatch lies over the colour, below the line
            shape(path.kind(), corners, path.fill(), Optional.empty());
            var id = defineHatch(hatch.get());
            xml.writeEmptyElement("path");
            attribute("class", "hatch");
            attribute("d", corners);
            attribute("fill", "url(#" + id + ")");
            if (path.pen().isPresent()) {
                shape("outline", corners, Optional.empty(), path.pen());
            }
        } else {
            shape(path.kind(), corners, path.fill(), path.pen());
        }
    }

    private void shape(String kind, String corners, Optional<Fill> fill, Optional<Pen> pen) throws XMLStreamException {
        xml.writeEmptyElement("path");
        attribute("class", kind);
        attribute("d", corners);
        attribute("fill", fill.map(Fill::colour).orElse("none"));
        if (fill.isPresent() && fill.get().opacity() < 1) {
            number("fill-opacity", fill.get().opacity());
        }
        if (pen.isPresent()) {
            pen(pen.get());
        }
    }

    private static String corners(List<double[]> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            var x = "";
            var y = "";
            for (var index = 0; index < part.length; index += 2) {
                var nextX = Points.text(part[index]);
                var nextY = Points.text(part[index + 1]);
                if (index == 0) {
                    text.append('M').append(nextX).append(' ').append(nextY);
                } else if (nextX.equals(x)) {
                    text.append('V').append(nextY);
                } else if (nextY.equals(y)) {
                    text.append('H').append(nextX);
                } else {
                    text.append('L').append(nextX).append(' ').append(nextY);
                }
                x = nextX;
                y = nextY;
            }
        }
        return text.toString();
    }

    /// A tile of the hatch; slanting lines are level ones of a turned tile.
    private String defineHatch(Hatch hatch) throws XMLStreamException {
        var known = hatches.get(hatch);
        if (known != null) {
            return known;
        }
        var id = "hatch-" + hatch.kind().name().toLowerCase(Locale.ROOT);
        hatches.put(hatch, id);
        var size = hatch.kind().period(hatch.distance());
        start("pattern");
        attribute("id", id);
        attribute("patternUnits", "userSpaceOnUse");
        number("width", size);
        number("height", size);
        for (var line : hatch.lines(new Box(0, 0, size, size))) {
            write(line);
        }
        xml.writeEndElement();
        return id;
    }

    private void pen(Pen pen) throws XMLStreamException {
        attribute("stroke", pen.colour());
        number("stroke-width", pen.width());
        if (!pen.dash().isEmpty()) {
            attribute("stroke-dasharray", pen.dash().stream().map(Points::text).collect(Collectors.joining(" ")));
        }
    }

    private void write(Text text) throws XMLStreamException {
        start("text");
        attribute("class", text.kind());
        if (text.turned()) {
            attribute(
                    "transform",
                    "translate(%s %s) rotate(-90)".formatted(Points.text(text.x()), Points.text(text.y())));
        } else {
            number("x", text.x());
            number("y", text.y());
        }
        number("font-size", text.size());
        if (text.anchor() != Anchor.START) {
            attribute("text-anchor", text.anchor() == Anchor.END ? "end" : "middle");
        }
        attribute("fill", text.colour());
        if (text.haloed()) {
            attribute("paint-order", "stroke");
            attribute("stroke", Style.PAPER);
            number("stroke-width", Style.HALO * text.size());
            attribute("stroke-linejoin", "round");
        }
        xml.writeCharacters(text.text());
        xml.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    private void element(String name, String text) throws XMLStreamException {
        start(name);
        xml.writeCharacters(TextFit.clean(text));
        xml.writeEndElement();
    }

    private void number(String name, double value) throws XMLStreamException {
        attribute(name, Points.text(value));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }
}
