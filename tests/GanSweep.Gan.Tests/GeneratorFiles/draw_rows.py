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
    generator["scales"] = tensor("scales") if generator["architecture"].get("amounts") else ()
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

def take(column, said, noise):  # its amount and what is said of its outcomes, off the front, with the noise that makes the largest a draw
    amount = said.pop(0) if column["parameters"] != "levels" or column.get("rare") else None
    count = len(column["outcomes"]["codes"]) if column.get("outcomes") else 0
    if amount is None and count == 1:
        said.pop(0)
    return amount, [said.pop(0) + noise() for _ in range(count if count > 1 else 0)]

def gaps(group, columns, parts):  # which cells of columns that go missing together are missing
    def excess(name):
        codes, said = columns[name]["outcomes"]["codes"], parts[name][1]
        return said[codes.index(-1)] - max(x for code, x in zip(codes, said) if code != -1)
    sums = [bias + sum(excess(name) for name, bit in zip(group["columns"], pattern) if bit == "1")
            for pattern, bias in zip(group["patterns"], group["biases"])]
    return {name: bit == "1" for name, bit in zip(group["columns"], group["patterns"][sums.index(max(sums))])}

def cell(column, schema, transform, amount, said, missing):
    outcomes, rare = column.get("outcomes"), column.get("rare")
    code = outcomes["codes"][0] if outcomes else -2
    if said:
        open_to = [i for i, code in enumerate(outcomes["codes"]) if missing is None or (code == -1) == missing]
        code = outcomes["codes"][max(open_to, key=lambda i: said[i] + outcomes["biases"][i])]
    if code == -1:
        return ""
    if rare:
        code = rare[round(value(column["rarePlaces"], "quantile", amount, True))] if code == -2 else code
    if code >= 0:  # of a column that a rule has made, the number of the level
        return schema["levels"][code] if schema else code
    return value(column, transform["kind"], amount, transform["clip"])

def obey(rule, row, schemas):  # from what is learnt to what the rule says; the last rule first
    def rounded(x):
        return x if rule.get("decimals") is None else round(x, rule["decimals"])
    if rule["rule"] == "combinations":
        cells = rule["combinations"][row[rule["columns"][0]]]
        for name, code in zip(rule["columns"], cells):
            levels = schemas[name]["levels"]
            row[name] = "" if code is None else levels[int(code)] if levels else code
    elif rule["rule"] == "sum":
        parts = [row[name] for name in rule["parts"]]
        row[rule["total"]] = "" if "" in parts else rounded(sum(parts))
    elif rule["rule"] == "range":
        name, low, high = rule["column"], rule.get("low"), rule.get("high")
        if row[name] != "":
            row[name] = low if low is not None and row[name] < low else high if high is not None and row[name] > high else row[name]
    elif rule["rule"] == "calendar":
        name, weekday = rule["column"], row.get(rule.get("weekday"), "")
        if row[name] != "" and weekday != "" and row[name] not in rule.get("staying", ()):
            low, high = rule.get("first", -math.inf), rule.get("last", math.inf)
            days = [row[name] + sign * distance for distance in range(7) for sign in (-1, 1)]
            row[name] = next((day for day in days if low <= day <= high and int((day + 4) % 7) == weekday), row[name])
        if "time" in rule and row[name] != "":
            row[name] = row[name] * 86400 + (row[rule["time"]] or 0)
    elif rule["sorts"]:
        there = [name for name in rule["columns"] if row[name] != ""]
        for name, cell in zip(there, sorted(row[name] for name in there)):
            row[name] = cell
    else:
        for low, high in zip(rule["columns"], rule["columns"][1:]):
            row[high] = "" if "" in (row[low], row[high]) else rounded(row[low] + max(row[high], 0))

def gumbel():
    return -math.log(-math.log(random.random()))

def network(architecture, layers, z):
    for i, (weight, bias) in enumerate(layers):
        z = [b + sum(w * x for w, x in zip(weight[o * len(z):(o + 1) * len(z)], z)) for o, b in enumerate(bias)]
        if i < len(layers) - 1:
            z = [x if x > 0 else architecture["negativeSlope"] * x for x in z]
    return z

def velocity(architecture, layers, x, t):  # of a flow: what the network says, and where that moves a point; choices towards their probabilities
    angles = [math.pi * k * t for k in range(1, architecture["timeFrequencies"] + 1)]
    said = network(architecture, layers, x + [t] + [math.sin(a) for a in angles] + [math.cos(a) for a in angles])
    moves = list(said)
    for start, count in architecture["choices"]:
        of = range(start, start + count)
        weights = [math.exp(said[i] - max(said[i] for i in of)) for i in of]
        moves[start:start + count] = [(w / sum(weights) - x[i]) / (1 - t) if t < 1 else 0 for i, w in zip(of, weights)]
    return said, moves

def flow(architecture, layers, x):  # from noise to a row in Heun's steps; of choices, what was said last
    steps = architecture["solverSteps"]
    for step in range(steps):
        said, first = velocity(architecture, layers, x, step / steps)
        _, second = velocity(architecture, layers, [at + v / steps for at, v in zip(x, first)], (step + 1) / steps)
        x = [at + (v + w) / 2 / steps for at, v, w in zip(x, first, second)]
    for start, count in architecture["choices"]:
        x[start:start + count] = said[start:start + count]
    return x

def draw(generator, layers, z=None):
    architecture, transform = generator["architecture"], generator["transform"]
    is_flow = "solverSteps" in architecture
    amounts = architecture.get("amounts", [])  # of a VAE: they are normal about what its decoder says, and the latent vector is followed by their noise
    latent = architecture["layers"][-1] if is_flow else architecture["latentDim"]
    z = z or [random.gauss(0, 1) for _ in range(latent + len(amounts))]
    noise, z = z[latent:], (flow if is_flow else network)(architecture, layers, z[:latent])
    for amount, scale, number in zip(amounts, generator["scales"], noise):
        z[amount] += scale * number
    columns, rules = transform["columns"], transform.get("rules") or []
    schemas = {schema["name"]: schema for schema in transform.get("schema") or [{"name": c["name"], "levels": []} for c in columns]}
    made = {rule["columns"][0] for rule in rules if rule["rule"] == "combinations"}
    parts, missing = {c["name"]: take(c, z, (lambda: 0) if is_flow else gumbel) for c in columns}, {}  # a flow's choices are draws already
    for group in transform.get("gaps") or []:
        missing.update(gaps(group, {c["name"]: c for c in columns}, parts))
    row = {c["name"]: cell(c, None if c["name"] in made else schemas.get(c["name"]), transform, *parts[c["name"]], missing.get(c["name"])) for c in columns}
    for rule in reversed(rules):
        obey(rule, row, schemas)
    return [row[name] for name in schemas]

if __name__ == "__main__":
    generator, layers = load(sys.argv[1])
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(column["name"] for column in generator["transform"].get("schema") or generator["transform"]["columns"])
    rows.writerows(draw(generator, layers) for _ in range(int(sys.argv[2])))
