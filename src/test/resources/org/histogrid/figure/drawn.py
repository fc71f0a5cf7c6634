"""Draws a figure by its script, and prints the corners of the steps of each panel as JSON."""

import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("redrawn", sys.argv[1])
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)
figure = script.draw(script.read(sys.argv[2]))
steps = [[line.get_xydata().tolist() for line in axes.lines if line.get_gid() == "steps"] for axes in figure.axes]
limits = [[*axes.get_xlim(), *axes.get_ylim()] for axes in figure.axes]
json.dump({"steps": steps, "limits": limits, "texts": [text.get_text() for text in figure.texts]}, sys.stdout)
