"""Reference values of scikit-learn for packages/stats/src/clusters, on the points that clusters.R made.

python3 tools/references/clusters.py > packages/stats/references/clusters-sklearn.json
"""
import json

import sklearn
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, silhouette_score

sets = json.load(open("packages/stats/references/clusters.json"))["sets"]
rows = []
for name, data in sets.items():
    for fit in data["kmeans"]:
        rows.append({
            "set": name, "k": fit["k"],
            "calinskiHarabasz": calinski_harabasz_score(data["points"], fit["labels"]),
            "silhouette": silhouette_score(data["points"], fit["labels"]),
            "randWithWard": adjusted_rand_score(fit["labels"], data["trees"]["ward"]["labels"][0]),
        })
print(json.dumps({"software": f"scikit-learn {sklearn.__version__}", "rows": rows}, indent=0))
