#!/usr/bin/env python3
"""Draws a figure of Histogrid from its bins, with matplotlib 3.3 or newer.

    python3 NAME.py [BINS.csv] [PICTURE]

Without arguments the bins are read from NAME.csv beside this program, and NAME-redrawn.pdf is written. Words,
places, colours and axes are in FIGURE below, to be changed at will; heights come from the bins. Lengths are points
of 1/72 inch, from the lower left corner.
"""

import os
import sys

# A program that is called csv.py must not be taken for the module
sys.path[:] = [folder for folder in sys.path if folder not in ("", os.path.dirname(os.path.abspath(__file__)))]

import csv

FIGURE = {}


def read(path):
    """The bins of each class: {(row, panel, class): [(left, right, from, to), ...]}."""
    bins = {}
    with open(path, newline="", encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            key = (int(line["row"]), int(line["panel"]), line["class"])
            numbers = tuple(float(line[name]) for name in ("left", "right", "drawn_from", "drawn_to"))
            bins.setdefault(key, []).append(numbers)
    return bins


def runs(bins, lowest):
    """Bins beside each other that hold something: the line is lifted over the others."""
    run = []
    for left, right, low, high in bins:
        low, high = max(low, lowest), max(high, lowest)
        if low != high:
            run.append((left, right, low, high))
        elif run:
            yield run
            run = []
    if run:
        yield run


def tops(run):
    corners = [(run[0][0], run[0][2])]
    for left, right, _, high in run:
        corners += [(left, high), (right, high)]
    return corners + [(run[-1][1], run[-1][2])]


def feet(run):
    corners = []
    for left, right, low, _ in reversed(run):
        corners += [(right, low), (left, low)]
    return corners


def dashes(style):
    """Dashes are in widths of their line."""
    return (0, style["dash"]) if style["dash"] else "solid"


def draw_class(axes, bins, style, lowest):
    from matplotlib.colors import to_rgba

    for run in runs(bins, lowest):
        if style["filled"]:
            axes.fill(
                *zip(*(tops(run) + feet(run))),
                facecolor=to_rgba(style["colour"], style["opacity"]),
                edgecolor=style["colour"] if style["hatch"] else "none",
                hatch=style["hatch"],
                linewidth=0,
            )
        (line,) = axes.plot(
            *zip(*tops(run)),
            color=style["colour"],
            linewidth=style["width"],
            linestyle=dashes(style),
            solid_joinstyle="miter",
            solid_capstyle="butt",
        )
        line.set_gid("steps")
    if style["curve"]:
        curve = style["curve"]
        axes.plot(curve["x"], curve["y"], color=style["colour"], linewidth=curve["width"], linestyle=dashes(curve))


def draw_axis(axis, spec):
    axis.set_ticks(spec["ticks"])
    axis.set_ticks([], minor=True)
    axis.set_ticklabels(spec["labels"])


def draw_panel(figure, panel, bins):
    width, height = FIGURE["size"]
    left, bottom, across, up = panel["place"]
    axes = figure.add_axes([left / width, bottom / height, across / width, up / height])
    x, y, look = panel["x"], panel["y"], FIGURE["axes"]
    if y["log"]:
        axes.set_yscale("log")
    axes.set_xlim(x["low"], x["high"])
    axes.set_ylim(y["low"], y["high"])
    draw_axis(axes.xaxis, x)
    draw_axis(axes.yaxis, y)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=look["grid"], linewidth=look["width"])
    axes.tick_params(axis="x", length=look["tick"], pad=look["pad"], width=look["width"], color=look["colour"])
    axes.tick_params(axis="y", length=0, pad=look["pad"])
    axes.tick_params(labelsize=look["size"])
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(look["colour"])
        spine.set_linewidth(look["width"])
    if y["low"] < 0:
        axes.axhline(0, color=look["colour"], linewidth=look["width"])
    lowest = y["low"] if y["log"] else float("-inf")
    for style in panel["classes"]:
        draw_class(axes, bins.get((panel["row"], panel["panel"], style["class"]), []), style, lowest)
    for marker in panel["markers"]:
        axes.axvline(marker["at"], color=marker["colour"], linewidth=marker["width"], linestyle=dashes(marker))
    return axes


def draw_key(figure, key):
    from matplotlib.colors import to_rgba
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    left, bottom, across, up = (length / 72 for length in key["place"])
    look = dict(linewidth=key["width"], linestyle=dashes(key), transform=figure.dpi_scale_trans)
    if up == 0:
        figure.add_artist(Line2D([left, left + across], [bottom, bottom], color=key["colour"], **look))
        return
    face = to_rgba(key["colour"], key["opacity"]) if key["filled"] else "none"
    place = ((left, bottom), across, up)
    figure.add_artist(Rectangle(*place, facecolor=face, edgecolor=key["colour"], hatch=key["hatch"], **look))


def draw(bins):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import font_manager, patheffects, pyplot

    installed = {font.name for font in font_manager.fontManager.ttflist}
    matplotlib.rcParams["font.family"] = next(name for name in FIGURE["fonts"] if name in installed)
    # Text stays text in PDF and SVG
    matplotlib.rcParams.update({"pdf.fonttype": 42, "svg.fonttype": "none", "hatch.linewidth": 0.5})
    width, height = FIGURE["size"]
    figure = pyplot.figure(figsize=(width / 72, height / 72))
    for panel in FIGURE["panels"]:
        draw_panel(figure, panel, bins)
    for key in FIGURE["legend"]:
        draw_key(figure, key)
    for text in FIGURE["texts"]:
        rim = [patheffects.withStroke(linewidth=text["rim"], foreground="white")] if text["rim"] else []
        figure.text(
            text["x"] / 72,
            text["y"] / 72,
            text["text"].replace("$", r"\$"),
            size=text["size"],
            color=text["colour"],
            rotation=90 if text["turned"] else 0,
            rotation_mode="anchor",
            horizontalalignment=text["anchor"],
            verticalalignment="baseline",
            transform=figure.dpi_scale_trans,
            path_effects=rim,
        )
    return figure


def main(arguments):
    name = os.path.splitext(os.path.abspath(__file__))[0]
    source = arguments[0] if arguments else name + ".csv"
    target = arguments[1] if len(arguments) > 1 else name + "-redrawn.pdf"
    draw(read(source)).savefig(target, dpi=FIGURE["dpi"])


if __name__ == "__main__":
    main(sys.argv[1:])
