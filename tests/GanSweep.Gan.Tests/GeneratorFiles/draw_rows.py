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
    z = round(z) if column["whole"] else round(z, column["decimals"]) if column.get("decimals") else z
    if not clip and not column["whole"]:
        unit = 10 ** -column["decimals"] if column.get("decimals") else None  # rounding makes no zero
        return max(z, unit) if unit and low > 0 else min(z, -unit) if unit and high < 0 else z
    z = min(max(z, low), high)
    if column.get("weekdays"):  # the nearest day on one of these weekdays; 1970-01-01 was a Thursday, bit 0 is Sunday
        days = [z + sign * distance for distance in range(7) for sign in (-1, 1)]
        return next((day for day in days if low <= day <= high and column["weekdays"] >> int((day + 4) % 7) & 1), z)
    return z

def cell(column, schema, transform, said):  # takes its numbers off the front
    outcomes, rare = column.get("outcomes"), column.get("rare")
    code, amount = -2, None
    if column["parameters"] != "levels" or rare:
        amount = said.pop(0)
    if outcomes:
        count = len(outcomes["codes"]) if len(outcomes["codes"]) > 1 else 0
        if amount is None and not count:
            said.pop(0)
        noisy = [said.pop(0) + bias - math.log(-math.log(random.random())) for bias in outcomes["biases"][:count]]
        code = outcomes["codes"][noisy.index(max(noisy)) if count else 0]
    if code == -1:
        return ""
    if rare:
        code = rare[round(value(column["rarePlaces"], "quantile", amount, True))] if code == -2 else code
    if schema and schema["levels"]:
        return schema["levels"][code]
    return value(column, transform["kind"], amount, transform["clip"])

def draw(generator, layers, z=None):
    architecture, transform = generator["architecture"], generator["transform"]
    z = z or [random.gauss(0, 1) for _ in range(architecture["latentDim"])]
    for i, (weight, bias) in enumerate(layers):
        z = [b + sum(w * x for w, x in zip(weight[o * len(z):(o + 1) * len(z)], z)) for o, b in enumerate(bias)]
        if i < len(layers) - 1:
            z = [x if x > 0 else architecture["negativeSlope"] * x for x in z]
    schemas = transform.get("schema") or [None] * len(transform["columns"])
    return [cell(column, schema, transform, z) for column, schema in zip(transform["columns"], schemas)]

if __name__ == "__main__":
    generator, layers = load(sys.argv[1])
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(column["name"] for column in generator["transform"]["columns"])
    rows.writerows(draw(generator, layers) for _ in range(int(sys.argv[2])))
