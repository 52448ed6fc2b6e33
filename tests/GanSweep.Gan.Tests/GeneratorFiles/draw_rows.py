# Draws rows from a GanSweep generator with Python's standard library alone: python draw_rows.py best-generator.zip 10
import bisect, csv, json, math, random, struct, sys, zipfile

def load(path):
    with zipfile.ZipFile(path) as zip:
        generator, raw = json.loads(zip.read("generator.json")), zip.read("generator.safetensors")
    start = 8 + struct.unpack("<Q", raw[:8])[0]
    def tensor(name):
        begin, end = json.loads(raw[8:start])[name]["data_offsets"]
        return struct.unpack(f"<{(end - begin) // 4}f", raw[start + begin:start + end])
    count = len(generator["architecture"]["layers"])
    return generator, [(tensor(f"layers.{i}.weight"), tensor(f"layers.{i}.bias")) for i in range(count)]

def value(column, kind, z, clip):
    low, high = column["minimum"], column["maximum"]
    if kind == "quantile":  # piecewise linear between the knots, constant beyond them
        scores, values = column["scores"], column["values"]
        k = bisect.bisect_right(scores, z)
        z = values[min(k, len(values) - 1)] if k in (0, len(scores)) else (
            values[k - 1] + (values[k] - values[k - 1]) * (z - scores[k - 1]) / (scores[k] - scores[k - 1]))
    elif kind != "none":
        z = low if low == high else column["center"] + column["scale"] * z
        z = math.exp(z) if kind == "log" and low < high else z
    if column.get("levels"):  # whole numbers that repeat: the nearest one observed
        return min(column["levels"], key=lambda level: abs(level - z))
    z = round(z) if column["whole"] else z
    return min(max(z, low), high) if clip or column["whole"] else z

def draw(generator, layers, z=None):
    architecture, transform = generator["architecture"], generator["transform"]
    z = z or [random.gauss(0, 1) for _ in range(architecture["latentDim"])]
    for i, (weight, bias) in enumerate(layers):
        z = [b + sum(w * x for w, x in zip(weight[o * len(z):(o + 1) * len(z)], z)) for o, b in enumerate(bias)]
        if i < len(layers) - 1:
            z = [x if x > 0 else architecture["negativeSlope"] * x for x in z]
    return [value(c, transform["kind"], x, transform["clip"]) for c, x in zip(transform["columns"], z)]

if __name__ == "__main__":
    generator, layers = load(sys.argv[1])
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(column["name"] for column in generator["transform"]["columns"])
    rows.writerows(draw(generator, layers) for _ in range(int(sys.argv[2])))
