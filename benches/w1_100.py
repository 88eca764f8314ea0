"""Simulates benches/w1_100.plan.json with SimPy and prints means over replications with their standard errors.

    pip install simpy
    python benches/w1_100.py [replications]
"""

import json
import math
import pathlib
import random
import sys
import time

import simpy

PLAN = json.loads((pathlib.Path(__file__).parent / "w1_100.plan.json").read_text())
HORIZON = 86_400 * PLAN["days"]


class Stage:
    def __init__(self, env, plan, chance):
        self.plan = plan
        self.servers = simpy.Resource(env, plan["sessions"])
        self.chance = chance
        self.attempts = self.abandoned = self.lost = self.longest = 0

    def service(self):
        mean, law = self.plan["service_s"], self.plan["service_law"]
        if law["kind"] == "exponential":
            return self.chance.expovariate(1 / mean)
        variance = math.log(1 + law["cv"] ** 2)
        return mean * self.chance.lognormvariate(-variance / 2, math.sqrt(variance))


def member(env, delay, stages, chance, done):
    yield env.timeout(delay)
    for stage in stages:
        while True:
            stage.attempts += 1
            with stage.servers.request() as turn:
                if not turn.triggered:
                    stage.longest = max(stage.longest, len(stage.servers.queue))
                    yield turn | env.timeout(chance.expovariate(1 / stage.plan["patience_s"]))
                if turn.triggered:
                    yield env.timeout(stage.service())
                    break
            stage.abandoned += 1
            if chance.random() >= stage.plan["retry_share"]:
                stage.lost += 1
                return
            yield env.timeout(chance.expovariate(1 / stage.plan["retry_after_s"]))
    done.append(env.now)


def replicate(seed):
    chance = random.Random(seed)
    env = simpy.Environment()
    stages = [Stage(env, plan, chance) for plan in PLAN["journey"]]
    tail = PLAN["arrivals"]["tail"]
    done = []
    for _ in range(PLAN["members"]["counts"][0][0]):
        part = tail[0] if chance.random() < tail[0]["weight"] else tail[1]
        env.process(member(env, chance.expovariate(1 / part["mean_s"]), stages, chance, done))
    env.run(until=HORIZON)
    figures = {"finished": len(done), "lost": sum(stage.lost for stage in stages)}
    for stage in stages:
        name = stage.plan["name"]
        figures[f"{name}: attempts"] = stage.attempts
        figures[f"{name}: abandoned"] = stage.abandoned
        figures[f"{name}: peak queue"] = stage.longest
    return figures


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    start = time.process_time()
    runs = [replicate(seed) for seed in range(count)]
    spent = time.process_time() - start
    for name in runs[0]:
        values = [run[name] for run in runs]
        mean = sum(values) / count
        error = math.sqrt(sum((value - mean) ** 2 for value in values) / max(count - 1, 1) / count)
        print(f"{name:24}{mean:12.1f}{error:10.2f}")
    print(f"SimPy {simpy.__version__}, {count} replications, {1e3 * spent / count:.1f} ms of processor time each")


main()
