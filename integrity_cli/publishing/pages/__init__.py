"""Each page of the site: from scorecards and records to the view that its template prints."""
